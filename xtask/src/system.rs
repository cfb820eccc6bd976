//! The Debian packages that each command needs, and how they get onto the machine.

use crate::project;
use crate::steps::{exists, output, run};
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::IsTerminal;
use std::process::Command;

/// A Debian package and what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Package {
    name: &'static str,
    why: &'static str,
}

const fn package(name: &'static str, why: &'static str) -> Package {
    Package { name, why }
}

/// To build the application.
pub const BUILD: &[Package] = &[
    package("gcc", "to link"),
    package("libc6-dev", "to link"),
    package("pkg-config", "to find libraries"),
    package("libwebkit2gtk-4.1-dev", "the window"),
    package("libssl-dev", "the encrypted journal"),
    package("libclang-dev", "the camera"),
];

/// To read screens aloud.
pub const VOICE: &[Package] =
    &[package("espeak-ng", "the voice"), package("alsa-utils", "to play what it says")];

/// To read documents.
pub const READER: &[Package] =
    &[package("tesseract-ocr", "to read documents"), package("tesseract-ocr-ind", "Indonesian words")];

/// To show the window where there is no display, and to take pictures of it.
pub const VIRTUAL_DISPLAY: &[Package] =
    &[package("xvfb", "a virtual display"), package("imagemagick", "pictures of it")];

/// To drive the window and to check what comes out of it with other people's programs.
pub const DRIVE: &[Package] = &[
    package("webkit2gtk-driver", "to drive the window"),
    package("qpdf", "to check PDF files"),
    package("poppler-utils", "to read PDF files"),
    package("zbar-tools", "to read codes"),
];

/// To print through somebody else's programs.
pub const PRINT: &[Package] = &[
    package("cups-daemon", "CUPS"),
    package("cups-client", "to set it up"),
    package("cups-filters", "to print pictures and PDF with it"),
    package("cups-ipp-utils", "a printer with IPP"),
    package("printer-driver-cups-pdf", "a printer behind CUPS"),
    package("ghostscript", "a printer behind CUPS"),
    package("dbus", "the printer with IPP"),
    package("avahi-daemon", "the printer with IPP"),
];

/// To draw documents and to measure what is read from them.
pub const SPECIMENS: &[Package] = &[
    package("fonts-liberation", "made-up documents"),
    package("fonts-dejavu", "made-up documents"),
    package("fonts-urw-base35", "made-up documents"),
    package("fonts-ocr-a", "made-up documents"),
    package("fonts-ocr-b", "made-up documents"),
    package("python3-venv", "OpenCV, to compare with"),
];

/// To try it on devices of a real kernel, in a virtual machine.
pub const VM: &[Package] = &[
    package("qemu-system-x86", "the machine"),
    package("linux-headers-amd64", "to build a module for a camera"),
    package("gcc", "to build it"),
    package("make", "to build it"),
    package("kmod", "to load it"),
    package("cpio", "to pack what the machine starts with"),
    package("v4l-utils", "to set up cameras"),
    package("ffmpeg", "to play pictures into a camera"),
    package("python3", "to play a printer"),
];

/// Makes sure that packages are installed. Where all of them are, apt is not called.
pub fn ensure(wanted: &[&[Package]]) -> Result<()> {
    if !exists("dpkg-query") {
        eprintln!("      not a Debian system; expected to be there: {}", names(&wanted.concat()).join(" "));
        return Ok(());
    }
    let missing = missing(&wanted.concat(), &installed(wanted));
    if missing.is_empty() {
        return Ok(());
    }
    let why: Vec<String> = missing.iter().map(|p| format!("{} ({})", p.name, p.why)).collect();
    eprintln!("      missing: {}", why.join(", "));
    install(&names(&missing))
}

fn installed(wanted: &[&[Package]]) -> String {
    let names = names(&wanted.concat());
    // It fails where one name is unknown to it and still lists the others.
    let listed =
        Command::new("dpkg-query").args(["-W", "-f=${Package} ${db:Status-Status}\\n"]).args(names).output();
    listed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

/// Packages that `dpkg-query` does not list as installed.
fn missing(wanted: &[Package], listed: &str) -> Vec<Package> {
    let there: Vec<&str> = listed.lines().filter_map(|line| line.strip_suffix(" installed")).collect();
    let mut missing: Vec<Package> = Vec::new();
    for package in wanted {
        if !there.contains(&package.name) && !missing.contains(package) {
            missing.push(*package);
        }
    }
    missing
}

fn names(packages: &[Package]) -> Vec<&'static str> {
    packages.iter().map(|package| package.name).collect()
}

/// Who may install packages here.
#[derive(Debug, PartialEq, Eq)]
enum Way {
    Directly,
    Sudo,
    Nobody,
}

/// `sudo` needs a person at a terminal, unless it asks for no password.
fn way(root: bool, sudo: bool, terminal: bool, without_password: bool) -> Way {
    match (root, sudo && (terminal || without_password)) {
        (true, _) => Way::Directly,
        (false, true) => Way::Sudo,
        (false, false) => Way::Nobody,
    }
}

fn install(names: &[&str]) -> Result<()> {
    let root = output("id", &["-u"]).as_deref() == Some("0");
    let sudo = exists("sudo");
    let without_password = sudo && output("sudo", &["-n", "true"]).is_some();
    let way = way(root, sudo, std::io::stdin().is_terminal(), without_password);
    if way == Way::Nobody {
        bail!(
            "no right to install packages here; an administrator can do it with: \
             sudo apt-get install --no-install-recommends {}",
            names.join(" ")
        );
    }
    let network = "no network or no package server? Mend it and start again; nothing is done twice";
    eprintln!("      apt-get update…");
    run(apt(&way).args(["-qq", "update"]), network)?;
    eprintln!("      apt-get install (about a minute)…");
    let mut install = apt(&way);
    install.args(["-q", "-y", "install", "--no-install-recommends"]).args(names);
    let log = project::out("apt.log");
    fs::create_dir_all(project::out(""))?;
    run(install.stdout(File::create(&log)?), network)
        .with_context(|| format!("its words are in {}", log.display()))
}

fn apt(way: &Way) -> Command {
    let mut command = Command::new(if *way == Way::Sudo { "sudo" } else { "env" });
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    // Another apt may be at work, such as the automatic updates of a fresh machine: wait for it.
    command.args(["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_dpkg_does_not_list_as_installed_is_missing() {
        let listed = "gcc installed\nlibc6-dev config-files\n";
        let wanted = [package("gcc", ""), package("libc6-dev", ""), package("xvfb", ""), package("xvfb", "")];
        assert_eq!(names(&missing(&wanted, listed)), ["libc6-dev", "xvfb"]);
        assert!(missing(&wanted[..1], listed).is_empty());
    }

    #[test]
    fn root_installs_itself_and_sudo_asks_only_a_person() {
        assert_eq!(way(true, false, false, false), Way::Directly);
        assert_eq!(way(false, true, true, false), Way::Sudo);
        assert_eq!(way(false, true, false, true), Way::Sudo);
        assert_eq!(way(false, true, false, false), Way::Nobody);
        assert_eq!(way(false, false, true, false), Way::Nobody);
    }

    #[test]
    fn sudo_hands_the_setting_to_apt() {
        let command = apt(&Way::Sudo);
        let args: Vec<_> = command.get_args().collect();
        assert_eq!(
            (command.get_program().to_str(), args[0].to_str()),
            (Some("sudo"), Some("DEBIAN_FRONTEND=noninteractive"))
        );
    }
}
