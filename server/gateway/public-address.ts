const OCTET = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = new RegExp(`^${OCTET}(\\.${OCTET}){3}$`);

// IANA's registry of special-purpose addresses (RFC 6890): nothing of these is a host of the public internet.
const isPublicIpv4 = (address: string): boolean => {
  const [a = 0, b = 0, c = 0] = address.split('.').map(Number);
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b < 128) return false;
  if (a === 169 && b === 254) return false;
  if (a === 172 && b >= 16 && b < 32) return false;
  if (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) return false;
  if (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) return false;
  return !(a === 203 && b === 0 && c === 113);
};

/** Global unicast, 2000::/3, without what wraps IPv4 addresses or is for documents (2001::/23, 2001:db8::/32, 2002::/16). */
const isPublicIpv6 = (address: string): boolean => {
  const groups = /^([0-9a-f]{4}):([0-9a-f]{0,4}):/i.exec(address);
  if (!groups) return false;
  const [first, second] = groups.slice(1).map((group) => Number.parseInt(group || '0', 16));
  if (first === undefined || second === undefined || first >> 13 !== 1) return false;
  return first !== 0x2002 && !(first === 0x2001 && (second < 0x200 || second === 0xdb8));
};

/** Whether an IP address, as the resolver writes it, is a host's of the public internet. */
export const isPublicAddress = (address: string): boolean =>
  IPV4.test(address) ? isPublicIpv4(address) : isPublicIpv6(address);
