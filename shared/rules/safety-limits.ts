/** The largest file, in bytes, that goes between the page and the main process: a page has to hold it in memory. */
export const archiveMaxBytes = 512 * 1024 * 1024

/** Such a file goes in pieces of this size. */
export const safetyPieceBytes = 512 * 1024

/** Of the passphrase that seals secrets in a backup file. */
export const passphraseMinLength = 10

/** An export of settings is read as a whole; a larger file is none of ours. */
export const portableMaxBytes = 32 * 1024 * 1024
