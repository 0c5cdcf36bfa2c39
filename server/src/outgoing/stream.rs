//! A copy as the body of an answer. Whoever reads slowly holds neither memory nor a connection to the database: the
//! next page is read when the last is on its way. A copy that cannot be finished breaks off, and never ends as if it
//! were whole.

use std::{
    fs::File,
    io,
    pin::Pin,
    task::{Context, Poll},
};

use app::walk::Lang;
use axum::body::{Body, Bytes};
use futures_core::Stream;
use tokio::{
    io::AsyncReadExt,
    sync::mpsc::{self, Receiver, Sender},
    task,
};

use super::{
    line::{Cell, Line, heads, next},
    sheet,
};
use crate::{
    store::{Copied, Copying},
    table,
};

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table with commas, UTF-8 with the mark that spreadsheets need.
    Csv,
    /// A JSON array, one row a line.
    Json,
    /// A spreadsheet.
    Xlsx,
}

impl Format {
    /// How the file's name ends.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
        }
    }

    /// The format of this ending.
    #[must_use]
    pub fn from_ending(ending: &str) -> Option<Self> {
        [Self::Csv, Self::Json, Self::Xlsx]
            .into_iter()
            .find(|it| it.ending() == ending)
    }

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

type Piece = io::Result<Bytes>;

/// The copy as a body.
pub fn body(copying: Copying, what: Copied, format: Format, lang: Lang) -> Body {
    let (pieces, coming) = mpsc::channel(2);
    task::spawn(async move {
        let written = match format {
            Format::Csv => csv(copying, what, lang, &pieces).await,
            Format::Json => json(copying, what, &pieces).await,
            Format::Xlsx => xlsx(copying, what, lang, &pieces).await,
        };
        if let Err(error) = written {
            tracing::error!(%error, "a copy broke off");
            let _ = pieces
                .send(Err(io::Error::other("the copy broke off")))
                .await;
        }
    });
    Body::from_stream(Coming(coming))
}

struct Coming(Receiver<Piece>);

impl Stream for Coming {
    type Item = Piece;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Piece>> {
        self.0.poll_recv(context)
    }
}

type Written = Result<(), Box<dyn std::error::Error + Send + Sync>>;

async fn csv(mut copying: Copying, what: Copied, lang: Lang, to: &Sender<Piece>) -> Written {
    let mut piece = b"\xef\xbb\xbf".to_vec();
    piece.extend(table::rows([heads(what, lang)].into_iter())?);
    loop {
        if to.send(Ok(piece.into())).await.is_err() {
            return Ok(());
        }
        let page = next(&mut copying, what).await?;
        if page.is_empty() {
            return Ok(());
        }
        let text = |cell: Cell| match cell {
            Cell::Text(text) => text,
            Cell::Number(number) => number.to_string(),
            Cell::Empty => String::new(),
        };
        let line = |line: Line| line.cells(lang).into_iter().map(text).collect::<Vec<_>>();
        piece = table::rows(page.into_iter().map(line))?;
    }
}

async fn json(mut copying: Copying, what: Copied, to: &Sender<Piece>) -> Written {
    let mut piece = b"[".to_vec();
    let mut first = true;
    loop {
        let page = next(&mut copying, what).await?;
        let done = page.is_empty();
        for line in page {
            piece.extend_from_slice(if first { b"\n" } else { b",\n" });
            first = false;
            serde_json::to_writer(&mut piece, &line)?;
        }
        if done {
            piece.extend_from_slice(b"\n]\n");
        }
        let sent = to.send(Ok(std::mem::take(&mut piece).into())).await;
        if done || sent.is_err() {
            return Ok(());
        }
    }
}

async fn xlsx(mut copying: Copying, what: Copied, lang: Lang, to: &Sender<Piece>) -> Written {
    let (rows, coming) = mpsc::channel(2);
    let writing = task::spawn_blocking(move || sheet::write(&heads(what, lang), coming));
    loop {
        let page = next(&mut copying, what).await?;
        let done = page.is_empty();
        let cells = page.into_iter().map(|line| line.cells(lang)).collect();
        if !done && rows.send(Some(cells)).await.is_err() {
            break;
        }
        // Nobody waits for it any more.
        if to.is_closed() {
            return Ok(());
        }
        if done {
            let _ = rows.send(None).await;
            break;
        }
    }
    hand_out(writing.await??, to).await
}

async fn hand_out(file: File, to: &Sender<Piece>) -> Written {
    let mut file = tokio::fs::File::from_std(file);
    loop {
        let mut piece = Vec::with_capacity(64 * 1024);
        if file.read_buf(&mut piece).await? == 0 || to.send(Ok(piece.into())).await.is_err() {
            return Ok(());
        }
    }
}
