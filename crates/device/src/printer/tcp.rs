//! ESC/POS over TCP, usually port 9100.

use super::line::{Talk, Wire, broken, left};
use super::{Job, PrintError, Printer, Status};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

/// Bytes that may wait on this side; with more, a printer that has stopped reading would go unnoticed.
const SEND_BUFFER: usize = 8 * 1024;

/// A printer in the network.
#[derive(Debug)]
pub struct TcpPrinter {
    address: String,
    talk: Talk,
}

impl TcpPrinter {
    /// `address` is `host:port`; `deadline` is for a whole call, from looking up the name to the last answer.
    pub fn new(address: String, deadline: Duration) -> Self {
        Self { address, talk: Talk::new(deadline) }
    }

    /// Whether the printer is asked how it is: for one that prints the questions, or answers anything, it is not.
    pub fn asked(mut self, asks: bool) -> Self {
        self.talk.asks = asks;
        self
    }

    fn open(&self, until: Instant) -> Result<TcpStream, PrintError> {
        let mut failed = PrintError::Unreachable(ErrorKind::AddrNotAvailable.into());
        for address in resolve(&self.address, left(until)?)? {
            match TcpStream::connect_timeout(&address, left(until)?) {
                Ok(stream) => {
                    socket2::SockRef::from(&stream)
                        .set_send_buffer_size(SEND_BUFFER)
                        .and_then(|()| stream.set_nodelay(true))
                        .map_err(PrintError::Unreachable)?;
                    return Ok(stream);
                }
                Err(error) => failed = broken(error),
            }
        }
        Err(failed)
    }
}

impl Printer for TcpPrinter {
    fn print(&self, job: &Job) -> Result<(), PrintError> {
        self.talk.print(&job.escpos, |until| self.open(until))
    }

    fn status(&self) -> Status {
        self.talk.status(|until| self.open(until))
    }
}

impl Wire for TcpStream {
    fn write(&mut self, bytes: &[u8], wait: Duration) -> io::Result<usize> {
        self.set_write_timeout(Some(wait))?;
        Write::write(self, bytes)
    }

    fn read(&mut self, bytes: &mut [u8], wait: Duration) -> io::Result<usize> {
        self.set_read_timeout(Some(wait))?;
        Read::read(self, bytes)
    }

    /// Lets the printer read to the end: closing with answers unread would take back what is still on the way.
    fn finish(&mut self, wait: Duration) -> io::Result<()> {
        self.shutdown(Shutdown::Write)?;
        let until = Instant::now() + wait.min(super::line::PATIENCE);
        let mut bytes = [0; 64];
        while let Ok(wait) = left(until) {
            match Wire::read(self, &mut bytes, wait) {
                Ok(1..) => {}
                Ok(0) | Err(_) => break,
            }
        }
        Ok(())
    }

    /// Closing then resets the connection: neither side keeps what was not read.
    fn discard(&mut self) {
        drop(socket2::SockRef::from(&*self).set_linger(Some(Duration::ZERO)));
    }
}

/// The addresses behind `host:port`. Looking up a name knows no time limit, so it is left behind when it takes too long.
fn resolve(address: &str, within: Duration) -> Result<Vec<SocketAddr>, PrintError> {
    if let Ok(address) = address.parse() {
        return Ok(vec![address]);
    }
    let (send, receive) = std::sync::mpsc::channel();
    let address = address.to_owned();
    std::thread::spawn(move || send.send(address.to_socket_addrs().map(Iterator::collect)));
    receive.recv_timeout(within).map_err(|_| PrintError::TimedOut)?.map_err(PrintError::Unreachable)
}
