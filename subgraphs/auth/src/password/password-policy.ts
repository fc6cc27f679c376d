import { refuse, type Refusal } from '@finflow/shared/refusal';
import { commonPasswords } from './common-passwords.ts';

const minPasswordLength = 10;
export const maxPasswordLength = 200;
const minDistinctCharacters = 4;

/**
 * Judges a new password. Length and unpredictability count; no rules about digits and symbols, which make passwords
 * worse (NIST SP 800-63B).
 * @returns null when it is good, or a refusal: PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_EASY
 */
export function judgePassword(password: string, email: string): Refusal<'InvalidInput'> | null {
  const plain = password.normalize('NFKC').toLowerCase();
  const length = Array.from(plain).length;
  if (length < minPasswordLength) {
    return no('PASSWORD_TOO_SHORT', `Use at least ${minPasswordLength} characters.`);
  }
  if (length > maxPasswordLength) {
    return no('PASSWORD_TOO_LONG', `Use at most ${maxPasswordLength} characters.`);
  }
  if (plain === email || plain === email.split('@')[0]) {
    return no('PASSWORD_TOO_EASY', 'The password must not be your e-mail address.');
  }
  if (commonPasswords.has(plain) || new Set(plain).size < minDistinctCharacters) {
    return no('PASSWORD_TOO_EASY', 'This password is easy to guess. Choose another one.');
  }
  return null;
}

const no = (code: string, message: string) => refuse('InvalidInput', code, message, 'password');
