//! Asking a provider: no redirects, nothing large, nothing slow, nowhere it should not.

use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

use openidconnect::{
    AsyncHttpClient, HttpRequest, HttpResponse,
    http::Response,
    reqwest::{Client, redirect::Policy},
    url::Url,
};

use super::outside::{self, Outside};

/// How long an answer may take.
const LONGEST: Duration = Duration::from_secs(5);
/// The most bytes of an answer: keys and tokens are a few thousand.
const MOST_BYTES: usize = 512 * 1024;

/// Asks one provider.
#[derive(Clone, Debug)]
pub(super) struct Fetch {
    client: Client,
    loopback: bool,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The address is not one that may be asked.
    #[error("{0} must not be asked: it is not https, or leads inside")]
    Address(String),
    /// Nothing answered in time, or not rightly.
    #[error("no answer: {0}")]
    Silent(#[from] openidconnect::reqwest::Error),
    /// The answer is too large, or no HTTP.
    #[error("the answer cannot be read: {0}")]
    Unreadable(&'static str),
}

impl Fetch {
    /// For the provider at `issuer`: only one on this machine may lead to this machine.
    pub(super) fn of(issuer: &Url) -> Result<Self, FetchError> {
        let loopback = outside::is_loopback(issuer);
        let client = Client::builder()
            .redirect(Policy::none())
            .connect_timeout(LONGEST)
            .timeout(LONGEST)
            .pool_max_idle_per_host(1);
        let client = if loopback {
            client.no_proxy()
        } else {
            client.https_only(true).dns_resolver(Arc::new(Outside))
        };
        Ok(Self {
            client: client.build()?,
            loopback,
        })
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, FetchError> {
        let asked = request.uri().to_string();
        let allowed = Url::parse(&asked).is_ok_and(|url| outside::may_ask(&url, self.loopback));
        if !allowed {
            return Err(FetchError::Address(asked));
        }
        let mut answer = self.client.execute(request.try_into()?).await?;
        let mut whole = Response::builder().status(answer.status());
        for (name, value) in answer.headers() {
            whole = whole.header(name, value);
        }
        let mut body = Vec::new();
        while let Some(piece) = answer.chunk().await? {
            if body.len() + piece.len() > MOST_BYTES {
                return Err(FetchError::Unreadable("it is too large"));
            }
            body.extend_from_slice(&piece);
        }
        whole
            .body(body)
            .map_err(|_| FetchError::Unreadable("it is no HTTP"))
    }
}

impl<'c> AsyncHttpClient<'c> for Fetch {
    type Error = FetchError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, FetchError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}
