export { findPatterns, preferPatterns } from './paragraph';
