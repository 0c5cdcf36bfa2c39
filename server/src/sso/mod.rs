//! Single sign-on by OpenID Connect: an organisation's own provider says who somebody is.
//!
//! Somebody is known by issuer and subject, and by nothing else a provider says: e-mail addresses are given anew, and
//! anybody can write one into an account of their own.

mod claims;
mod fetch;
mod outside;

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use app::walk::{Lang, Millis};
use openidconnect::{
    AuthType, AuthorizationCode, CsrfToken, IssuerUrl, LanguageTag, Nonce, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, RequestTokenError, TokenResponse,
    core::{CoreAuthPrompt, CoreAuthenticationFlow, CoreClientAuthMethod, CoreProviderMetadata},
    url::Url,
};
use serde::{Deserialize, Serialize};

use claims::{Doubt, OurClient};
use fetch::Fetch;

/// How long what a provider says of itself is believed without asking again.
const KNOWN_FOR: Duration = Duration::from_secs(10 * 60);

/// An organisation's provider, as the operator set it up.
#[derive(Clone, PartialEq, Eq)]
pub struct Provider {
    /// The organisation's id.
    pub organisation: String,
    /// What the provider calls itself: an https address.
    pub issuer: String,
    /// What the provider calls us.
    pub client_id: String,
    /// What we prove to the provider to be us with.
    pub client_secret: String,
    /// The only tenant whose people are let in, where a provider has several.
    pub tenant: Option<String>,
    /// What `acr` must say.
    pub acr: Option<String>,
    /// What `amr` must have among others.
    pub amr: Option<String>,
}

impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Provider({} of {})", self.issuer, self.organisation)
    }
}

/// What must be known to finish what was begun. It never leaves the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// The token must carry it.
    pub nonce: String,
    /// Shows the provider that who began also finishes.
    pub verifier: String,
    /// When it began, by the server's clock.
    pub begun_at: Millis,
    /// True when they must sign in again, however long they have been signed in there.
    pub fresh: bool,
    /// The issuer it was begun with.
    pub issuer: String,
}

/// Somebody on their way to a provider.
#[derive(Clone, Debug)]
pub struct Begun {
    /// Where the browser goes.
    pub to: String,
    /// What the provider sends back with it.
    pub state: String,
    /// What stays here.
    pub pending: Pending,
}

/// Why single sign-on did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The provider does not answer, or not as a provider does: says why, for the log.
    Unreachable(String),
    /// What it said is not believed: says why, for the log.
    Refused(String),
}

impl Fault {
    fn unreachable(why: impl fmt::Display) -> Self {
        Self::Unreachable(why.to_string())
    }

    fn refused(why: impl fmt::Display) -> Self {
        Self::Refused(why.to_string())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable(why) => write!(f, "the provider does not answer: {why}"),
            Self::Refused(why) => write!(f, "the provider's answer is not believed: {why}"),
        }
    }
}

/// The providers, with what they last said of themselves. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Providers(Arc<Mutex<HashMap<String, Arc<Known>>>>);

/// What a provider said of itself.
#[derive(Debug)]
struct Known {
    fetch: Fetch,
    metadata: CoreProviderMetadata,
    at: Instant,
}

impl Providers {
    /// Begins: makes what must be kept, and where the browser goes.
    ///
    /// # Errors
    /// When the provider does not answer.
    pub async fn begin(
        &self,
        provider: &Provider,
        callback: &str,
        fresh: bool,
        lang: Lang,
        now: Millis,
    ) -> Result<Begun, Fault> {
        let known = self.known(&provider.issuer).await?;
        let client = client(&known, provider, callback)?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let mut request = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .set_pkce_challenge(challenge)
            .add_ui_locale(LanguageTag::new(lang.code().to_owned()));
        if fresh {
            request = request
                .add_prompt(CoreAuthPrompt::Login)
                .set_max_age(Duration::ZERO);
        }
        if let Some(acr) = &provider.acr {
            request = request.add_extra_param("acr_values", acr);
        }
        let (to, state, nonce) = request.url();
        Ok(Begun {
            to: to.to_string(),
            state: state.into_secret(),
            pending: Pending {
                nonce: nonce.secret().clone(),
                verifier: verifier.into_secret(),
                begun_at: now,
                fresh,
                issuer: provider.issuer.clone(),
            },
        })
    }

    /// Finishes: exchanges the code, checks the token, and says whom it means.
    ///
    /// # Errors
    /// When the provider does not answer, or what it says is not believed.
    pub async fn finish(
        &self,
        provider: &Provider,
        callback: &str,
        pending: &Pending,
        code: String,
        now: Millis,
    ) -> Result<String, Fault> {
        if provider.issuer != pending.issuer {
            return Err(Fault::refused("the provider was changed meanwhile"));
        }
        let known = self.known(&provider.issuer).await?;
        let answer = client(&known, provider, callback)?
            .exchange_code(AuthorizationCode::new(code))
            .map_err(Fault::unreachable)?
            .set_pkce_verifier(PkceCodeVerifier::new(pending.verifier.clone()))
            .request_async(&known.fetch)
            .await
            .map_err(|error| match error {
                RequestTokenError::Request(error) => Fault::unreachable(error),
                RequestTokenError::ServerResponse(said) => {
                    Fault::Refused(format!("it said {}", said.error()))
                }
                RequestTokenError::Parse(..) => Fault::refused("its tokens cannot be read"),
                RequestTokenError::Other(why) => Fault::Unreachable(why),
            })?;
        let token = answer
            .id_token()
            .ok_or_else(|| Fault::refused("there is no ID token"))?;
        let of = |known: &Known| {
            let keys = known.metadata.jwks().clone();
            claims::subject(token, keys, provider, pending, now)
        };
        match of(&known) {
            Ok(subject) => Ok(subject),
            Err(Doubt::Fault(fault)) => Err(fault),
            Err(Doubt::UnknownKey) => {
                let known = self.ask(&provider.issuer).await?;
                of(&known).map_err(|doubt| match doubt {
                    Doubt::Fault(fault) => fault,
                    Doubt::UnknownKey => Fault::refused("it is signed by an unknown key"),
                })
            }
        }
    }

    /// Asks a provider what it says of itself, for whoever sets it up.
    ///
    /// # Errors
    /// When it does not answer as a provider of this issuer.
    pub async fn check(&self, issuer: &str) -> Result<(), Fault> {
        self.known(issuer).await.map(drop)
    }

    async fn known(&self, issuer: &str) -> Result<Arc<Known>, Fault> {
        let kept = self.lock().get(issuer).cloned();
        match kept.filter(|known| known.at.elapsed() < KNOWN_FOR) {
            Some(known) => Ok(known),
            None => self.ask(issuer).await,
        }
    }

    async fn ask(&self, issuer: &str) -> Result<Arc<Known>, Fault> {
        let known = Arc::new(discover(issuer).await?);
        self.lock().insert(issuer.to_owned(), known.clone());
        Ok(known)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<Known>>> {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// True for an address a provider may have: https, or on this machine.
#[must_use]
pub fn may_be_issuer(issuer: &str) -> bool {
    Url::parse(issuer).is_ok_and(|url| {
        let plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        plain && outside::may_ask(&url, outside::is_loopback(&url))
    })
}

async fn discover(issuer: &str) -> Result<Known, Fault> {
    let issuer = IssuerUrl::new(issuer.to_owned()).map_err(Fault::unreachable)?;
    let fetch = Fetch::of(issuer.url()).map_err(Fault::unreachable)?;
    let metadata = CoreProviderMetadata::discover_async(issuer.clone(), &fetch)
        .await
        .map_err(said)?;
    let here = outside::is_loopback(issuer.url());
    // The browser is sent there: it must be a page, not a script.
    if !outside::may_ask(metadata.authorization_endpoint().url(), here) {
        return Err(Fault::unreachable(
            "its authorization_endpoint is not https",
        ));
    }
    match metadata.token_endpoint() {
        Some(token) if outside::may_ask(token.url(), here) => {}
        _ => return Err(Fault::unreachable("its token_endpoint is not https")),
    }
    Ok(Known {
        fetch,
        metadata,
        at: Instant::now(),
    })
}

/// In a line, without what the provider sent.
fn said(error: openidconnect::DiscoveryError<fetch::FetchError>) -> Fault {
    use openidconnect::DiscoveryError;
    match error {
        DiscoveryError::Request(error) => Fault::unreachable(chain(&error)),
        DiscoveryError::Response(_, _, why) | DiscoveryError::Other(why) => Fault::Unreachable(why),
        DiscoveryError::Validation(why) => Fault::Unreachable(why),
        error => Fault::unreachable(error),
    }
}

/// An error with what caused it.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |error| error.source());
    let mut said = error.to_string();
    for cause in causes.map(ToString::to_string) {
        if !said.contains(&cause) {
            said = format!("{said}: {cause}");
        }
    }
    said
}

fn client(known: &Known, provider: &Provider, callback: &str) -> Result<OurClient, Fault> {
    let redirect = RedirectUrl::new(callback.to_owned()).map_err(Fault::unreachable)?;
    let methods = known.metadata.token_endpoint_auth_methods_supported();
    let takes = |method| methods.is_some_and(|methods| methods.contains(&method));
    let in_body = takes(CoreClientAuthMethod::ClientSecretPost)
        && !takes(CoreClientAuthMethod::ClientSecretBasic);
    let client = OurClient::from_provider_metadata(
        known.metadata.clone(),
        openidconnect::ClientId::new(provider.client_id.clone()),
        Some(openidconnect::ClientSecret::new(
            provider.client_secret.clone(),
        )),
    )
    .set_redirect_uri(redirect);
    Ok(if in_body {
        client.set_auth_type(AuthType::RequestBody)
    } else {
        client
    })
}
