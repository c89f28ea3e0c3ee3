/** The request header without which the gateway answers nothing but files and its configuration. */
export const CLIENT_HEADER = 'x-estafeta';

/** The response header that tells the gateway's own word from the court's: `relayed`, `own` (it did it itself) or a `GatewayCode`. */
export const GATEWAY_HEADER = 'x-estafeta-gateway';

/** The request header that names the browser which holds the lease of reading for a body of PEN. */
export const READER_HEADER = 'x-estafeta-leitor';

/** What went wrong between the gateway and the court. */
export type UpstreamFault =
  /** No connection was made: the court received nothing. */
  | 'upstream-unreachable'
  /** The court's own certificate could not be verified: the court received nothing. */
  | 'upstream-untrusted'
  /** The connection broke, or the answer came cut: the court may have done what was asked. */
  | 'answer-lost'
  /** Connected, then silence: the court may have done what was asked. */
  | 'upstream-timeout'
  /** The court did not take the person's certificate in the TLS handshake. */
  | 'certificate-refused'
  /** Key and certificates handed over do not make a TLS client. */
  | 'credentials-unusable';

/** Why the gateway did not ask the court at all. */
type GatewayRefusal =
  | 'host-not-allowed'
  | 'origin-not-allowed'
  | 'ambiente-unknown'
  | 'path-unknown'
  | 'method-not-allowed'
  | 'body-too-large'
  | 'body-malformed'
  | 'keys-not-taken'
  /** The relay of certificates, lists and time stamps does not ask there: host, port, scheme, kind of file or body. */
  | 'address-not-allowed'
  /** The host's name leads into a private network. */
  | 'address-not-public'
  /** It answered with a redirect, which is not followed. */
  | 'redirected'
  | 'gateway-failed';

/** Why the gateway did not ask PEN for somebody of a body's office. */
export type OfficeRefusal =
  /** The environment has no PEN. */
  | 'pen-absent'
  /** No such user, or another password: which of them is not told. */
  | 'office-refused'
  /** More passwords wait to be checked than one gateway checks in a while. */
  | 'too-many-tries'
  /** The session ended, or the gateway began anew since. */
  | 'session-ended'
  /** The person has not the role that this wants. */
  | 'role-missing'
  /** Reading would move states and another browser, or none, holds the lease for it. */
  | 'reader-elsewhere';

/** What went wrong between the gateway and an authority that publishes certificates, lists or time stamps. */
type AuthorityFault =
  /** No connection was made. */
  | 'authority-unreachable'
  /** Its server's certificate could not be verified. */
  | 'authority-untrusted'
  /** Connected, but no whole answer came, or not in time. */
  | 'authority-silent';

/** `codigo` of the gateway's JSON `{message, codigo}`, and the value of `GATEWAY_HEADER`. */
export type GatewayCode = UpstreamFault | AuthorityFault | GatewayRefusal | OfficeRefusal;
