//! Several things at once, a few at a time.

use std::sync::Mutex;
use std::thread;

use anyhow::{Result, anyhow};

/// Does the work for each item, a few at a time; answers in the order in which they end.
pub fn side_by_side<T: Send, R: Send>(
    items: Vec<T>,
    lanes: usize,
    work: impl Fn(&T) -> Result<R> + Sync,
) -> Result<Vec<(T, R)>> {
    let (todo, done) = (Mutex::new(items.into_iter()), Mutex::new(Vec::new()));
    let lane = || -> Result<()> {
        loop {
            let Some(item) = todo.lock().ok().and_then(|mut todo| todo.next()) else { return Ok(()) };
            let result = work(&item)?;
            if let Ok(mut done) = done.lock() {
                done.push((item, result));
            }
        }
    };
    let ends: Vec<Result<()>> = thread::scope(|scope| {
        let lanes: Vec<_> = (0..lanes).map(|_| scope.spawn(lane)).collect();
        lanes.into_iter().map(|lane| lane.join().map_err(|_| anyhow!("a lane panicked"))?).collect()
    });
    ends.into_iter().collect::<Result<()>>()?;
    done.into_inner().map_err(|_| anyhow!("a lane panicked"))
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use anyhow::bail;

    use super::side_by_side;

    #[test]
    fn two_are_under_way_at_once_and_each_is_done_once() {
        // Nobody passes it alone.
        let both = Barrier::new(2);
        let mut done = side_by_side((0..8).collect(), 2, |item| {
            both.wait();
            Ok(item * 2)
        })
        .expect("nothing fails");
        done.sort_unstable();
        assert_eq!(done, (0..8).map(|item| (item, item * 2)).collect::<Vec<_>>());
    }

    #[test]
    fn what_cannot_be_done_is_told() {
        let result = side_by_side(vec![1, 2, 3], 2, |item| if *item == 2 { bail!("not two") } else { Ok(()) });
        assert_eq!(result.expect_err("one failed").to_string(), "not two");
    }
}
