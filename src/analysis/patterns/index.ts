export { findPatterns, preferPatterns, signatureAfter } from './paragraph';
export { findTurns, type MentionPlace } from './turns';
