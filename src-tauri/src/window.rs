//! The window: one page, full screen, that draws the screens of the kiosk.

use crate::{Kiosk, Shared, Start, ipc, preview};
use anyhow::{Context, Result};
use journey::Screen;
use kiosk_config::Panel;
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager, PhysicalSize, WebviewUrl, WebviewWindowBuilder};

/// How often the kiosk looks at the time.
const TICK: Duration = Duration::from_millis(500);

/// Opens the kiosk and stays until it is closed.
pub fn run(start: Start) -> Result<()> {
    let started = start.configuration()?;
    let panel = started.packs.newest().config().kiosk.panel.clone();
    let builder = tauri::Builder::default().register_asynchronous_uri_scheme_protocol(
        "preview",
        |context, request, responder| {
            let kiosk = context.app_handle().state::<Shared>().inner().clone();
            tauri::async_runtime::spawn_blocking(move || {
                responder.respond(preview::answer(&kiosk, &request))
            });
        },
    );
    with_commands(builder)
        .setup(move |app| {
            let kiosk = open(app.handle(), &start, started)?;
            app.manage(kiosk);
            window(app.handle(), &panel)?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .context("the window does not open")
}

#[cfg(any(debug_assertions, feature = "dock"))]
fn with_commands(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    use crate::dock;
    builder.invoke_handler(tauri::generate_handler![
        ipc::screen,
        ipc::act,
        ipc::touched,
        dock::ipc::dock,
        dock::ipc::dock_state
    ])
}

#[cfg(not(any(debug_assertions, feature = "dock")))]
fn with_commands(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    builder.invoke_handler(tauri::generate_handler![ipc::screen, ipc::act, ipc::touched])
}

/// The kiosk, looking at the time.
fn open(app: &AppHandle, start: &Start, started: kiosk_config::Started) -> Result<Shared> {
    let to_window = app.clone();
    let tell = move |screen: &Screen| {
        if let Err(error) = to_window.emit("screen", screen) {
            log::warn!(role = "kiosk", disposition = "failure", why:% = error; "window_told");
        }
    };
    let kiosk = Kiosk::start(start, started, Box::new(tell))?;
    let ticking = kiosk.clone();
    tauri::async_runtime::spawn(async move {
        let mut interval = tokio::time::interval(TICK);
        loop {
            interval.tick().await;
            ticking.lock().tick();
        }
    });
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
