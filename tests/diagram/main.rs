//! The picture of every architecture.
#![cfg(not(target_arch = "wasm32"))]

mod fixtures;

use groundplan::diagram::{Orientation, Overlay, Theme, draw, svg};

#[test]
#[ignore = "writes the pictures to the directory named by PICTURES, to be looked at"]
fn pictures_to_look_at() {
    let Ok(directory) = std::env::var("PICTURES") else { return };
    for case in fixtures::cases() {
        for orientation in [Orientation::Landscape, Orientation::Portrait] {
            let start = std::time::Instant::now();
            let picture = draw(&case.architecture, orientation);
            println!("{:<40} {orientation:?} {}×{} {:?}", case.name, picture.width, picture.height, start.elapsed());
            let file = format!("{directory}/{}-{orientation:?}.svg", case.name.replace([' ', '+', '(', ')'], ""));
            std::fs::write(file, svg(&picture, &Overlay::default(), Theme::Auto)).unwrap();
        }
    }
}
