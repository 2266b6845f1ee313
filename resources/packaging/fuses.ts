import { FuseV1Options, FuseVersion, type FuseConfig } from '@electron/fuses'

/**
 * Every fuse of Electron's program, decided: one that is missing here does not compile, and one that a newer Electron brings
 * fails the packaging. A change needs a decision record in docs/decisions, see 0007.
 *
 * https://www.electronjs.org/docs/latest/tutorial/fuses
 */
export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  /** `ELECTRON_RUN_AS_NODE` would make the signed program run anybody's script. */
  [FuseV1Options.RunAsNode]: false,
  /** For good: cookies that were once encrypted can not be read without it. */
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  /** Playwright needs it: the end-to-end tests run Electron's own program, or a copy with this fuse alone turned. */
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  /** macOS and Windows; without effect on Linux. */
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  /** Or the validation could be stepped round with a folder beside the archive. */
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  /** We ship no snapshot of our own. */
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  /** The page comes from app://, never from file://. */
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  /** Electron's default: checks of WebAssembly's memory by the processor. */
  [FuseV1Options.WasmTrapHandlers]: true
} as const satisfies FuseConfig
