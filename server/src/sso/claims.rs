//! What is demanded of a token.

use app::walk::Millis;
use openidconnect::{
    AdditionalClaims, Client, ClientId, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, IdTokenFields, IdTokenVerifier, IssuerUrl, JsonWebKeySet, Nonce,
    StandardErrorResponse, StandardTokenResponse,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
        CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreRevocableToken,
        CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
    },
};
use serde::{Deserialize, Serialize};

use super::{Fault, Pending, Provider};

/// Signatures by a key of the provider's own: never none, and never by the secret we share with it.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// How far the provider's clock may be from ours, in seconds.
const CLOCKS_DIFFER: i64 = 60;

/// What else is read of a token: Entra's tenant.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Tenant {
    tid: Option<String>,
}

impl AdditionalClaims for Tenant {}

type Fields = IdTokenFields<
    Tenant,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;

/// The token that says who somebody is.
pub(super) type IdToken = openidconnect::IdToken<
    Tenant,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;

/// A client whose tokens have a tenant.
pub(super) type OurClient = Client<
    Tenant,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<Fields, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Why a token is not believed.
#[derive(Debug)]
pub(super) enum Doubt {
    /// Signed by a key we do not know: the provider may have new ones.
    UnknownKey,
    /// Anything else.
    Fault(Fault),
}

/// Whom a token means, once all of it is right: signature, issuer, audience, nonce, times, tenant, and how they signed in.
pub(super) fn subject(
    token: &IdToken,
    keys: JsonWebKeySet<CoreJsonWebKey>,
    provider: &Provider,
    pending: &Pending,
    now: Millis,
) -> Result<String, Doubt> {
    use openidconnect::{ClaimsVerificationError, SignatureVerificationError};
    let issuer = IssuerUrl::new(provider.issuer.clone());
    let issuer = issuer.map_err(|_| Doubt::Fault(Fault::refused("the issuer is no address")))?;
    let (now, begun_at) = (now / 1000, pending.begun_at / 1000);
    // A public client as far as signatures go: none is made with the shared secret.
    let client = ClientId::new(provider.client_id.clone());
    let verifier = IdTokenVerifier::new_public_client(client, issuer, keys)
        .set_allowed_algs(SIGNATURES)
        .set_issue_time_verifier_fn(move |issued| {
            let after = issued.timestamp() - now;
            if after > CLOCKS_DIFFER {
                return Err("issued in the future".to_owned());
            }
            Ok(())
        })
        .set_auth_time_verifier_fn(move |at| {
            let fresh = at.is_some_and(|at| {
                at.timestamp() >= begun_at - CLOCKS_DIFFER && at.timestamp() <= now + CLOCKS_DIFFER
            });
            if pending.fresh && !fresh {
                return Err("auth_time is missing, or they did not sign in again".to_owned());
            }
            Ok(())
        })
        .set_auth_context_verifier_fn(|said| {
            let said = said.map(|said| said.as_str());
            if provider.acr.is_some() && provider.acr.as_deref() != said {
                return Err("acr is not the one demanded".to_owned());
            }
            Ok(())
        });
    let claims = token
        .claims(&verifier, &Nonce::new(pending.nonce.clone()))
        .map_err(|error| match error {
            ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey,
            ) => Doubt::UnknownKey,
            error => Doubt::Fault(Fault::refused(error)),
        })?;
    let refuse = |why: &str| Err(Doubt::Fault(Fault::refused(why)));
    if provider.tenant.is_some() && provider.tenant != claims.additional_claims().tid {
        return refuse("tid is not the tenant's");
    }
    if claims
        .authorized_party()
        .is_some_and(|party| party.as_str() != provider.client_id)
    {
        return refuse("azp is somebody else");
    }
    if let Some(demanded) = &provider.amr {
        let said = claims.auth_method_refs().map_or(&[][..], Vec::as_slice);
        if !said.iter().any(|method| method.as_str() == demanded) {
            return refuse("amr lacks the one demanded");
        }
    }
    let subject = claims.subject().as_str();
    // As long as the standard has them, and nothing a database would change.
    if subject.is_empty() || subject.len() > 255 || subject.contains('\0') {
        return refuse("sub is no subject");
    }
    Ok(subject.to_owned())
}
