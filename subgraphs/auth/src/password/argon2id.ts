import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's minimum for argon2id (Password Storage Cheat Sheet, 2025): 19 MiB, 2 passes, 1 lane. About 30 ms. */
const current = { memory: 19_456, passes: 2, parallelism: 1 };
const saltBytes = 16;
const tagBytes = 32;

type Parameters = {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
};
type Stored = { readonly parameters: Parameters; readonly salt: Buffer; readonly tag: Buffer };

const derive = promisify(argon2);

/** Hashes a password with a fresh salt, as a PHC string that names its own parameters. */
export async function hashPassword(password: string, parameters = current): Promise<string> {
  const salt = randomBytes(saltBytes);
  const tag = await tagOf(password, salt, parameters, tagBytes);
  const { memory, passes, parallelism } = parameters;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(tag)}`;
}

/**
 * True when the password is the one that was hashed. With null (no such user) it does the same work and says false,
 * so that the time of the answer doesn't tell who has an account.
 * @throws RangeError when the stored hash is malformed
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const { parameters, salt, tag } = hash === null ? nobody : parse(hash);
  const given = await tagOf(password, salt, parameters, tag.length);
  return timingSafeEqual(given, tag) && hash !== null;
}

/** True when the hash was made with weaker or other parameters than today's. */
export function needsUpgrade(hash: string): boolean {
  const { parameters, tag } = parse(hash);
  return (
    parameters.memory !== current.memory ||
    parameters.passes !== current.passes ||
    parameters.parallelism !== current.parallelism ||
    tag.length !== tagBytes
  );
}

const nobody: Stored = {
  parameters: current,
  salt: Buffer.alloc(saltBytes),
  tag: Buffer.alloc(tagBytes),
};

const phc =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/-]{11,86})\$([\w+/-]{16,86})$/;

function parse(hash: string): Stored {
  const [, memory, passes, parallelism, salt, tag] = phc.exec(hash) ?? [];
  if (salt === undefined || tag === undefined) throw new RangeError('Not an argon2id hash.');
  return {
    parameters: {
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

/** Unicode has several spellings of one text: NFKC, so that each keyboard gives the same password. */
const tagOf = (password: string, salt: Buffer, parameters: Parameters, tagLength: number) =>
  derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: salt,
    tagLength,
    ...parameters,
  });

const encode = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
