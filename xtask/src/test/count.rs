//! How many tests passed and failed, out of what the test tools print.

use super::bench::Said;
use super::part::Outcome;

/// cargo's `test result: ok. 12 passed; 0 failed; …`, one line a test binary.
pub fn cargo(said: &Said) -> Outcome {
    let lines = said.text.lines().filter_map(|line| line.trim().strip_prefix("test result: "));
    let (mut passed, mut failed) = (0, 0);
    for line in lines {
        passed += number_before(line, "passed");
        failed += number_before(line, "failed");
    }
    settled(said.success, passed, failed)
}

/// vitest's `Tests  1 failed | 11 passed (12)`.
pub fn vitest(said: &Said) -> Outcome {
    let line = said.text.lines().rev().find_map(|line| line.trim().strip_prefix("Tests "));
    let line = line.unwrap_or_default();
    settled(said.success, number_before(line, "passed"), number_before(line, "failed"))
}

/// A tool that failed without a failed test (it did not compile, say) counts as one failure.
fn settled(success: bool, passed: usize, failed: usize) -> Outcome {
    let failed = if success { failed } else { failed.max(1) };
    Outcome { passed, failed, ..Outcome::default() }
}

fn number_before(line: &str, word: &str) -> usize {
    let words: Vec<&str> = line.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(2).find(|pair| pair[1] == word).and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(count: fn(&Said) -> Outcome, success: bool, text: &str) -> (usize, usize) {
        let outcome = count(&Said { success, text: text.to_owned() });
        (outcome.passed, outcome.failed)
    }

    #[test]
    fn adds_up_cargos_binaries() {
        let text = "running 3 tests\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; finished in 0.00s\n\n\
                    test result: FAILED. 40 passed; 2 failed; 0 ignored; 0 measured; finished in 1.20s\n";
        assert_eq!(counted(cargo, false, text), (43, 2));
    }

    #[test]
    fn a_compile_error_is_a_failure() {
        assert_eq!(counted(cargo, false, "error[E0432]: unresolved import"), (0, 1));
        assert_eq!(counted(vitest, false, " Test Files  1 failed (1)\n      Tests  no tests\n"), (0, 1));
    }

    #[test]
    fn reads_vitests_last_lines() {
        assert_eq!(counted(vitest, true, " Test Files  4 passed (4)\n      Tests  12 passed (12)\n"), (12, 0));
        let text = " Test Files  1 failed | 3 passed (4)\n      Tests  2 failed | 9 passed | 1 skipped (12)\n";
        assert_eq!(counted(vitest, false, text), (9, 2));
    }
}
