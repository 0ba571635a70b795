/** Of the documents that show what a quote and a file say differently. */
export const QUOTE_SCHEME = 'sourcelight-quote';
