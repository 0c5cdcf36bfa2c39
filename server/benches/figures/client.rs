//! The smallest HTTP client that keeps a connection open.

use std::io;

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};

/// One open connection to the server.
pub(crate) struct Client {
    stream: BufReader<TcpStream>,
    host: String,
    cookie: String,
}

enum Length {
    Of(usize),
    Chunks,
}

/// An answer: its status and its body.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

impl Client {
    pub(crate) async fn connect(host: &str, session: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        let cookie = format!("__Host-session={session}");
        Ok(Self {
            stream: BufReader::new(stream),
            host: host.to_owned(),
            cookie,
        })
    }

    pub(crate) async fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.send("GET", path, b"").await
    }

    pub(crate) async fn post(&mut self, path: &str, json: &[u8]) -> io::Result<Answer> {
        self.send("POST", path, json).await
    }

    /// Asks for a stream that goes on, and reads as far as its head.
    pub(crate) async fn listen(&mut self, path: &str) -> io::Result<()> {
        self.ask("GET", path, b"").await?;
        match self.read_head().await? {
            (200, _) => Ok(()),
            (status, _) => Err(io::Error::other(format!("{path} answered {status}"))),
        }
    }

    /// Waits for a line of that stream that begins so.
    pub(crate) async fn heard(&mut self, beginning: &str) -> io::Result<()> {
        loop {
            let mut line = String::new();
            if self.stream.read_line(&mut line).await? == 0 {
                return Err(io::Error::other("the stream ended"));
            }
            if line.trim_end() == beginning
                || line.starts_with(beginning) && beginning.ends_with(':')
            {
                return Ok(());
            }
        }
    }

    async fn send(&mut self, method: &str, path: &str, body: &[u8]) -> io::Result<Answer> {
        self.ask(method, path, body).await?;
        self.read().await
    }

    async fn ask(&mut self, method: &str, path: &str, body: &[u8]) -> io::Result<()> {
        let (host, cookie, length) = (&self.host, &self.cookie, body.len());
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\ncookie: {cookie}\r\nsec-fetch-site: same-origin\r\n\
             content-type: application/json\r\ncontent-length: {length}\r\n\r\n"
        );
        self.stream
            .write_all(&[head.as_bytes(), body].concat())
            .await
    }

    async fn read(&mut self) -> io::Result<Answer> {
        let (status, body) = self.read_head().await?;
        let body = match body {
            Length::Chunks => self.read_chunks().await?,
            Length::Of(length) => self.read_exactly(length).await?,
        };
        Ok(Answer { status, body })
    }

    async fn read_head(&mut self) -> io::Result<(u16, Length)> {
        let mut line = String::new();
        self.stream.read_line(&mut line).await?;
        let status = line
            .split(' ')
            .nth(1)
            .and_then(|code| code.parse().ok())
            .ok_or_else(|| io::Error::other(line))?;
        let (mut length, mut chunked) = (0, false);
        loop {
            let mut header = String::new();
            self.stream.read_line(&mut header).await?;
            let header = header.trim().to_ascii_lowercase();
            match header.split_once(':') {
                None => break,
                Some(("content-length", value)) => {
                    length = value.trim().parse().map_err(io::Error::other)?
                }
                Some(("transfer-encoding", value)) => chunked = value.trim() == "chunked",
                Some(_) => {}
            }
        }
        let body = if chunked {
            Length::Chunks
        } else {
            Length::Of(length)
        };
        Ok((status, body))
    }

    async fn read_exactly(&mut self, length: usize) -> io::Result<Vec<u8>> {
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).await?;
        Ok(body)
    }

    async fn read_chunks(&mut self) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let mut size = String::new();
            self.stream.read_line(&mut size).await?;
            let size = usize::from_str_radix(size.trim(), 16).map_err(io::Error::other)?;
            body.extend(self.read_exactly(size).await?);
            self.read_exactly(2).await?;
            if size == 0 {
                return Ok(body);
            }
        }
    }
}
