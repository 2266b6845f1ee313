/** What a build is told, see docs/release.md. */
interface ImportMetaEnv {
  /** The public key of the releases' signatures: Ed25519, SPKI, DER, base64. Without it the program looks for no new versions. */
  readonly MAIN_VITE_UPDATE_KEY?: string
}
