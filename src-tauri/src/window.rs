//! The window: one page, full screen, that draws the screens of the kiosk, of the counter or of the board.

use crate::{Board, Counter, Kiosk, Shared, Start, ipc, preview};
use anyhow::{Context, Result};
use kiosk_config::{Panel, Role};
use serde::Serialize;
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager, PhysicalSize, WebviewUrl, WebviewWindowBuilder};

/// How often the kiosk looks at the time.
const TICK: Duration = Duration::from_millis(500);

/// How often a counter and a board look at what other stations did, and at the time.
const LOOK: Duration = Duration::from_millis(250);

/// Opens the window that this machine is for, and stays until it is closed.
pub fn run(start: Start) -> Result<()> {
    let started = start.configuration()?;
    let config = started.packs.newest().config().clone();
    let builder = tauri::Builder::default().register_asynchronous_uri_scheme_protocol(
        "preview",
        |context, request, responder| {
            let app = context.app_handle().clone();
            tauri::async_runtime::spawn_blocking(move || responder.respond(preview::answer(&app, &request)));
        },
    );
    with_commands(builder)
        .setup(move |app| {
            let app = app.handle();
            app.manage(config.kiosk.role);
            match config.kiosk.role {
                Role::Kiosk => {
                    app.manage(open(app, &start, started)?);
                }
                Role::Counter => {
                    let counter = Counter::start(&start, started, telling(app))?;
                    app.manage(counter.clone());
                    every(LOOK, move || counter.lock().look());
                }
                Role::Board => {
                    let board = Board::start(&start, started, telling(app))?;
                    app.manage(board.clone());
                    every(LOOK, move || board.lock().look());
                }
            }
            window(app, &config.kiosk.panel)?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .context("the window does not open")
}

#[cfg(any(debug_assertions, feature = "dock"))]
fn with_commands(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    use crate::dock;
    builder.invoke_handler(tauri::generate_handler![
        ipc::role,
        ipc::screen,
        ipc::act,
        ipc::touched,
        ipc::counter,
        ipc::counter_act,
        ipc::board,
        dock::ipc::dock,
        dock::ipc::dock_state
    ])
}

#[cfg(not(any(debug_assertions, feature = "dock")))]
fn with_commands(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    builder.invoke_handler(tauri::generate_handler![
        ipc::role,
        ipc::screen,
        ipc::act,
        ipc::touched,
        ipc::counter,
        ipc::counter_act,
        ipc::board
    ])
}

/// Tells the window of a screen that it did not ask for.
fn telling<S: Serialize + Clone>(app: &AppHandle) -> Box<dyn Fn(&S) + Send> {
    let app = app.clone();
    Box::new(move |screen| {
        if let Err(error) = app.emit("screen", screen) {
            log::warn!(role = "window", disposition = "failure", why:% = error; "window_told");
        }
    })
}

/// Does something again and again until the window is closed.
fn every(time: Duration, mut look: impl FnMut() + Send + 'static) {
    tauri::async_runtime::spawn(async move {
        let mut interval = tokio::time::interval(time);
        loop {
            interval.tick().await;
            look();
        }
    });
}

/// The kiosk, looking at the time.
fn open(app: &AppHandle, start: &Start, started: kiosk_config::Started) -> Result<Shared> {
    let kiosk = Kiosk::start(start, started, telling(app))?;
    let ticking = kiosk.clone();
    every(TICK, move || ticking.lock().tick());
    Ok(kiosk)
}

/// What the engine does by itself and a kiosk must not: menus, zooming with two fingers, staying blank after a crash.
fn harden(webview: &tauri::webview::PlatformWebview) {
    use webkit2gtk::{SettingsExt, WebViewExt};
    let webview = webview.inner();
    webview.connect_context_menu(|_, _, _, _| true);
    webview.connect_web_process_terminated(|webview, why| {
        log::error!(role = "kiosk", disposition = "failure", why:? = why; "window_crashed");
        webview.reload();
    });
    if let Some(settings) = WebViewExt::settings(&webview) {
        settings.set_enable_back_forward_navigation_gestures(false);
    }
}

fn window(app: &AppHandle, panel: &Panel) -> Result<()> {
    let window = WebviewWindowBuilder::new(app, "kiosk", WebviewUrl::App("index.html".into()))
        .title("Anjungan Asik")
        .decorations(false)
        .resizable(!panel.full_screen)
        .fullscreen(panel.full_screen)
        .inner_size(f64::from(panel.width_px), f64::from(panel.height_px))
        .build()?;
    window.with_webview(|webview| harden(&webview))?;
    if panel.full_screen {
        // Without a window manager nobody honours "full screen": the window takes the size of the monitor itself.
        let monitor = window.primary_monitor()?.map(|monitor| *monitor.size());
        window.set_size(monitor.unwrap_or(PhysicalSize::new(panel.width_px, panel.height_px)))?;
    }
    Ok(())
}
