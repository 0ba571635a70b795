/** Of what is kept of articles: for whoever ran the command, and nobody else on this computer. */
export const OWN_FOLDER = 0o700;
export const OWN_FILE = 0o600;
