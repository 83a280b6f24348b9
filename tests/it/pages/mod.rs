//! Pages for people: what is in them before anything runs.

mod first_answers;
mod head;
mod search_engines;
mod served;

use cofund_tests::{TestApp, test_with};

/// What the build makes of `frontend/index.html`, as much as matters here.
const INDEX: &str = "<!doctype html><html><head><!--head--><title>Cofund</title><!--/head-->\
    <script src=\"/assets/index-1a2b.js\"></script></head><body><div id=\"root\"><!--first-words--></div></body></html>";

fn test(body: impl AsyncFn(&TestApp)) {
    with(&[], body);
}

fn with(arguments: &[&str], body: impl AsyncFn(&TestApp)) {
    let around = tempfile::tempdir().expect("a folder");
    let folder = around.path().join("pages");
    std::fs::create_dir(&folder).expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("a file");
    write("../beside.txt", "nobody is to read this");
    write("index.html", INDEX);
    write("first-paint.js", "// paint");
    std::fs::create_dir(folder.join("assets")).expect("a folder");
    write("assets/index-1a2b.js", &"// pages\n".repeat(100));
    write(".hidden", "nobody is to read this");
    let path = folder.to_str().expect("a path").to_owned();
    test_with(&[&["--spa-dir", path.as_str()], arguments].concat(), body);
}
