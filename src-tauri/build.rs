//! Embeds the window and its permissions.

fn main() {
    tauri_build::build();
}
