/** Signed requests to web servers and S3-compatible storage. Credentials come from the environment and go into no message. */
import { AwsV4Signer } from 'aws4fetch';
import { UserError } from '../../errors.js';
import { printable } from '../../files/printable.js';
import { bucketAndKey, shownAddress } from './addresses.js';

/** What may pass: the same request can succeed later. */
export class PassingError extends Error {
  override readonly name = 'PassingError';

  constructor(
    message: string,
    /** Milliseconds that the server asks to wait. */
    readonly waitMs = 0,
  ) {
    super(message);
  }
}

/**
 * GETs an address. @param query of a listing, for s3 only
 * @returns a response of status 200 to 299
 * @throws PassingError where trying again can help; UserError where it cannot
 */
export async function get(
  address: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  query?: Record<string, string>,
): Promise<Response> {
  const request = /^s3:/i.test(address)
    ? await signed(objectUrl(address, query), headers)
    : { url: address, headers: withToken(address, headers) };
  let response: Response;
  try {
    response = await fetch(request.url, { headers: request.headers, signal });
  } catch (error) {
    throw explainFailure(shownAddress(address), error);
  }
  if (response.ok) return response;
  throw await explainStatus(address, response);
}

/** An object or, with a query, a listing: in the path at an endpoint of one's own, in the host's name at AWS. */
function objectUrl(address: string, query: Record<string, string> | undefined): URL {
  const { bucket, key } = bucketAndKey(address);
  const endpoint = process.env.AWS_ENDPOINT_URL_S3 || process.env.AWS_ENDPOINT_URL;
  const inHost = !endpoint && !bucket.includes('.'); // a certificate for *.s3... covers no name with a dot
  const base = endpoint || `https://${inHost ? `${bucket}.` : ''}s3.${region()}.amazonaws.com`;
  if (!URL.canParse(base) || !/^https?:/.test(base)) {
    throw new UserError(`AWS_ENDPOINT_URL is not an address such as https://storage.example.org.`);
  }
  const url = new URL(base);
  const object = key.split('/').map(encodeURIComponent).join('/');
  const parts = [...(inHost ? [] : [bucket]), ...(query ? [] : [object])];
  url.pathname = [url.pathname.replace(/\/+$/, ''), ...parts].join('/');
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  return url;
}

function region(): string {
  return process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || 'us-east-1';
}

/** Without credentials in the environment the request goes as it is: public buckets take it. */
async function signed(
  url: URL,
  headers: Record<string, string>,
): Promise<{ url: string; headers: Record<string, string> | Headers }> {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (!accessKeyId || !secretAccessKey) return { url: url.href, headers };
  const signer = new AwsV4Signer({
    url: url.href,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    service: 's3',
    region: region(),
  });
  const request = await signer.sign();
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
  return { url: request.url.href, headers: request.headers };
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** A token goes over encrypted connections only. */
function withToken(address: string, headers: Record<string, string>): Record<string, string> {
  const token = process.env.BEIT2_HTTP_TOKEN;
  const { protocol, hostname } = new URL(address);
  if (!token || (protocol !== 'https:' && !loopback.includes(hostname))) return headers;
  return { ...headers, Authorization: `Bearer ${token}` };
}

/** A connection that could not be made, or broke. */
export function explainFailure(shown: string, error: unknown): Error {
  if (error instanceof UserError || error instanceof PassingError) return error;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { code = '', message } = cause as NodeJS.ErrnoException;
  if (/CERT|TLS|SELF_SIGNED|ERR_SSL/.test(code)) {
    return new UserError(`${shown} cannot be read: the server's certificate is not accepted (${code}).`);
  }
  return new PassingError(printable(message || code));
}

const passing = [408, 425, 429];

async function explainStatus(address: string, response: Response): Promise<Error> {
  const { status, headers } = response;
  const code = await errorCode(response);
  const said = `the server answers ${status}${code === '' ? '' : ` (${code})`}`;
  if (status >= 500 || passing.includes(status) || code === 'RequestTimeout' || code === 'SlowDown') {
    return new PassingError(said, retryAfterMs(headers.get('retry-after')));
  }
  const shown = shownAddress(address);
  const elsewhere = headers.get('x-amz-bucket-region');
  if (/^s3:/i.test(address) && elsewhere !== null && elsewhere !== region()) {
    return new UserError(
      `${shown} cannot be read: its bucket is in region ${printable(elsewhere)}, not ${region()}; set AWS_REGION.`,
    );
  }
  return new UserError(`${shown} cannot be read: ${said}${advice(address, status)}.`);
}

function advice(address: string, status: number): string {
  if (status === 416) return ': it is empty, or shorter than when it was indexed';
  if (status !== 401 && status !== 403) return '';
  if (!/^s3:/i.test(address)) return '; if it needs a token, set BEIT2_HTTP_TOKEN';
  return process.env.AWS_ACCESS_KEY_ID && process.env.AWS_SECRET_ACCESS_KEY
    ? '; the credentials in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY do not permit reading it'
    : '; AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set';
}

/** S3's word for an error. Nothing else of the body is shown: it can hold the key's id. */
async function errorCode(response: Response): Promise<string> {
  try {
    const text = (await response.text()).slice(0, 4096);
    return /<Code>(\w{1,60})<\/Code>/.exec(text)?.[1] ?? '';
  } catch {
    return ''; // the status says enough
  }
}

/** `Retry-After`: seconds, or a date. */
function retryAfterMs(text: string | null): number {
  if (text === null) return 0;
  if (/^\d+$/.test(text.trim())) return 1000 * Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? 0 : Math.max(0, date - Date.now());
}
