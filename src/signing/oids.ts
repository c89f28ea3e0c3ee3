/** Object identifiers of the structures read and written here, with the document that assigns them. */
export const OID = {
  // RFC 5652: content types and attributes
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  encryptedData: '1.2.840.113549.1.7.6',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  counterSignature: '1.2.840.113549.1.9.6',
  // RFC 5035: ESS
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  // RFC 5126, ETSI EN 319 122-1: CAdES attributes
  signaturePolicy: '1.2.840.113549.1.9.16.2.15',
  policyUri: '1.2.840.113549.1.9.16.5.1',
  signatureTimestamp: '1.2.840.113549.1.9.16.2.14',
  // RFC 3161
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  // RFC 8017, RFC 5480: keys and signatures
  rsa: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  mgf1: '1.2.840.113549.1.1.8',
  ecPublicKey: '1.2.840.10045.2.1',
  p256: '1.2.840.10045.3.1.7',
  p384: '1.3.132.0.34',
  p521: '1.3.132.0.35',
  // FIPS 180-4
  sha1: '1.3.14.3.2.26',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  // RFC 5280: names and extensions
  commonName: '2.5.4.3',
  subjectSerialNumber: '2.5.4.5',
  organization: '2.5.4.10',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  extendedKeyUsage: '2.5.29.37',
  reasonCode: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  anyExtendedKeyUsage: '2.5.29.37.0',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  ocsp: '1.3.6.1.5.5.7.48.1',
  basicOcspResponse: '1.3.6.1.5.5.7.48.1.1',
  caIssuers: '1.3.6.1.5.5.7.48.2',
  // RFC 9336
  documentSigning: '1.3.6.1.5.5.7.3.36',
  // DOC-ICP-04: otherName of a person's data; of a company's CNPJ, and of who answers for it: name, data
  icpPerson: '2.16.76.1.3.1',
  icpCnpj: '2.16.76.1.3.3',
  icpResponsibleName: '2.16.76.1.3.2',
  icpResponsible: '2.16.76.1.3.4',
} as const;
