/**
 * The signature of a release, over its version and the hashes of its files.
 *
 * A server that was broken into can hand out any file with a matching hash; it can not sign. The version is signed with the
 * hashes, so that an old file, once rightly signed, can not come again under a new number. Ed25519; `resources/packaging/` has
 * the script that signs. Imports nothing of ours: the script runs before anything is built.
 */
import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { z } from 'zod'

/** As much of electron-updater's `latest.yml` as is signed; a web installer's `packages` are refused, nothing says their hash. */
const manifest = z.object({
  version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/),
  files: z
    .array(z.object({ url: z.string().regex(/^[^\s/\\]{1,200}$/), sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/) }))
    .min(1)
    .max(20),
  packages: z.undefined().optional(),
  signature: z.string().max(200).optional()
})

export type UpdateManifest = z.output<typeof manifest>

/** Null for what is no manifest, or one that names files elsewhere than beside it. */
export function readManifest(value: unknown): UpdateManifest | null {
  return manifest.safeParse(value).data ?? null
}

/** The bytes that are signed: a title, the version, and a line for each file in the order of their names. */
export function signedText({ version, files }: Pick<UpdateManifest, 'version' | 'files'>): Buffer {
  const lines = files.map(({ url, sha512 }) => `${sha512} ${url}`).sort()
  return Buffer.from(['merchant-desk update 1', version, ...lines, ''].join('\n'))
}

/** The signature as it stands in the manifest, base64. */
export function signManifest(unsigned: UpdateManifest, privateKey: KeyObject): string {
  return sign(null, signedText(unsigned), privateKey).toString('base64')
}

/** Whether the manifest carries our signature. `publicKey`: SPKI, DER, base64; one that is none signs nothing. */
export function isSigned(signed: UpdateManifest, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    if (key.asymmetricKeyType !== 'ed25519') return false
    return verify(null, signedText(signed), key, Buffer.from(signed.signature ?? '', 'base64'))
  } catch {
    return false
  }
}
