//! Setting single sign-on up. Only the operator can: an administrator must not point the server at an address.

use std::path::Path;

use super::{
    arguments::{Sso, SsoWay},
    say,
    stop::{Result, Stop},
};
use crate::{
    clock::Clock,
    sso::{Provider, Providers, may_be_issuer},
    store::{SignIn, Store},
};

/// The path a provider sends people back to.
pub(crate) const CALLBACK: &str = "/sign-in/callback";

pub(super) async fn sso(sso: Sso, clock: &Clock) -> Result<()> {
    let store = sso.place.open_store().await?;
    let organisation = sso.organisation.as_str();
    if !store.has_organisation(organisation).await? {
        return Err(Stop::bad(format!(
            "there is no organisation {organisation}"
        )));
    }
    if sso.way.off {
        store
            .set_sign_in(organisation, SignIn::Passkey, clock.now())
            .await?;
        return say("Single sign-on is off. People sign in by passkeys.\n");
    }
    let by = match &sso.way {
        SsoWay { only: true, .. } => SignIn::SsoOnly,
        _ => SignIn::Either,
    };
    let provider = match provider(&sso)? {
        Some(provider) => provider,
        None => kept(&store, organisation).await?,
    };
    let answered = Providers::default().check(&provider.issuer).await;
    answered.map_err(|fault| Stop::bad(format!("--issuer {}: {fault}", provider.issuer)))?;
    store.set_sso(&provider, by, clock.now()).await?;
    say(&told(&sso, &provider, by))
}

/// The provider the arguments tell of; none when they only say how people sign in.
fn provider(sso: &Sso) -> Result<Option<Provider>> {
    let (issuer, client, file) = match (&sso.issuer, &sso.client_id, &sso.client_secret_file) {
        (Some(issuer), Some(client), Some(file)) => (issuer, client, file),
        (None, None, None)
            if sso.tenant.is_none() && sso.require_acr.is_none() && sso.require_amr.is_none() =>
        {
            return Ok(None);
        }
        _ => {
            return Err(Stop::bad(
                "a provider needs all of --issuer, --client-id and --client-secret-file",
            ));
        }
    };
    if !may_be_issuer(issuer) {
        return Err(Stop::bad(format!(
            "--issuer {issuer}: it must be an https:// address without ? or #"
        )));
    }
    Ok(Some(Provider {
        organisation: sso.organisation.clone(),
        issuer: issuer.clone(),
        client_id: client.clone(),
        client_secret: secret(file)?,
        tenant: sso.tenant.clone(),
        acr: sso.require_acr.clone(),
        amr: sso.require_amr.clone(),
    }))
}

/// From a file, because others on the machine can read a command line.
fn secret(file: &Path) -> Result<String> {
    let refused =
        |why: String| Stop::bad(format!("--client-secret-file {}: {why}", file.display()));
    let read = std::fs::read_to_string(file).map_err(|error| refused(error.to_string()))?;
    let secret = read.trim();
    if secret.is_empty() || secret.contains(char::is_control) {
        return Err(refused("it must hold the secret, in one line".to_owned()));
    }
    Ok(secret.to_owned())
}

async fn kept(store: &Store, organisation: &str) -> Result<Provider> {
    let kept = store.sso_provider(organisation).await?;
    kept.ok_or_else(|| {
        Stop::bad(format!(
            "{organisation} has no single sign-on yet: say --issuer, --client-id and --client-secret-file"
        ))
    })
}

fn told(sso: &Sso, provider: &Provider, by: SignIn) -> String {
    let callback = [&sso.base_url, CALLBACK].concat();
    let how = match by {
        SignIn::SsoOnly => {
            "It is the only way in. Sessions begun by passkeys have ended. For the day it fails, invite one or two people\n\
             with firsthand invite --break-glass: their passkeys still work, and each use is noted."
        }
        _ => "Passkeys work as well.",
    };
    format!(
        "People of {} can sign in by {}.\n{how}\nThe redirect address to register there: {callback}\n",
        provider.organisation, provider.issuer,
    )
}
