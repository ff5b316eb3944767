/** Addresses of shards on servers: `https://HOST/FILE.tar` and `s3://BUCKET/KEY.tar`. */
import { UserError } from '../../errors.js';
import { printable } from '../../files/printable.js';

/** Whether a path is an address on a server. */
export function isRemote(path: string): boolean {
  return /^(https?|s3):\/\//i.test(path);
}

/** Whether an address or a path names a tar file. */
export function isTarName(path: string): boolean {
  return /\.tar$/i.test(isRemote(path) ? withoutQuery(path) : path);
}

const secrets =
  /^(x-amz-signature|x-amz-credential|x-amz-security-token|x-goog-signature|signature|sig|awsaccesskeyid|(access_?)?token|(api_?)?key)$/i;

/**
 * Checks an address that a user wrote. @throws UserError for one that is malformed, or holds credentials: it goes into the
 * run's folder and its log
 */
export function checkAddress(address: string): void {
  const shown = shownAddress(address);
  if (!URL.canParse(address)) throw new UserError(`${shown} is not a valid address.`);
  const { username, password, hostname, pathname, protocol, searchParams, hash } = new URL(address);
  if (username !== '' || password !== '' || [...searchParams.keys()].some((key) => secrets.test(key))) {
    throw new UserError(
      `The address ${shown} holds credentials, which would be written into logs: leave them out and set ` +
        'BEIT2_HTTP_TOKEN, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for s3://, in the environment.',
    );
  }
  if (hash !== '') throw new UserError(`${shown} ends in ${printable(hash)}, which has no meaning here.`);
  if (protocol === 's3:' && (hostname === '' || searchParams.size > 0 || pathname === '')) {
    throw new UserError(`${shown} does not have the form s3://BUCKET/KEY.`);
  }
}

/** An address as messages show it: without user, password and query. */
export function shownAddress(address: string): string {
  if (!isRemote(address)) return address;
  return printable(withoutQuery(address).replace(/^(\w+:\/\/)[^/]*@/, '$1'));
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '');
}

/** The parts of `s3://BUCKET/KEY`, the key as it is stored. */
export function bucketAndKey(address: string): { bucket: string; key: string } {
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/?(.*)$/is.exec(address) ?? [];
  return { bucket, key };
}
