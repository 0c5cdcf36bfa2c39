//! Being asked to end.

use tokio::signal::unix::{Signal, SignalKind, signal};

use super::stop::{Result, Stop};

/// SIGTERM and Ctrl-C, heard from when this is made. It is made before the program says that it is ready: whoever reads
/// that may ask it to end at once, and what was accepted is finished all the same.
#[derive(Debug)]
pub(super) struct End {
    terminated: Signal,
    interrupted: Signal,
}

impl End {
    pub(super) fn heard() -> Result<Self> {
        let heard = |kind| {
            signal(kind).map_err(|error| Stop::failed(format!("signals cannot be heard: {error}")))
        };
        Ok(Self {
            terminated: heard(SignalKind::terminate())?,
            interrupted: heard(SignalKind::interrupt())?,
        })
    }

    /// Waits until one of them comes, also one that came before this was called.
    pub(super) async fn asked(mut self) {
        tokio::select! {
            _ = self.terminated.recv() => {}
            _ = self.interrupted.recv() => {}
        }
    }
}
