import { materialOf } from '../world/materials'
import { textOfSignedQuery } from '../world/trial-codes'
import { codePicture } from './basic-information-endpoints'
import { type Call, type Endpoint, openEndpoint } from './endpoint'
import { HttpFailure } from './http-failure'
import type { Reply } from './reply'

const base = { name: 'picture', generation: 'v2', method: 'GET' } as const

/** What the platform has on its picture servers: icons and reviewers' pictures for ever, trial codes until they expire. */
export const pictureEndpoints: readonly Endpoint[] = [
  openEndpoint({ ...base, path: '/cdn/icon/*' }, (call) => uploadedIcon(call) ?? samplePicture(call, 'icons')),
  openEndpoint({ ...base, path: '/cdn/review/*' }, (call) => samplePicture(call, 'review')),
  openEndpoint({ ...base, path: '/cdn/qr/code.png' }, trialCodePicture)
]

/** An icon that was uploaded and belongs to a mini program that was created with it. */
function uploadedIcon({ world, rest }: Call): Reply | null {
  const material = materialOf(world, rest.replace(/\.png$/, ''))
  if (material === undefined) return null
  return { kind: 'file', contentType: material.contentType, bytes: Buffer.from(material.data, 'base64') }
}

async function samplePicture({ picture, rest }: Call, folder: 'icons' | 'review'): Promise<Reply> {
  const bytes = await picture(folder, rest.replace(/\.png$/, ''))
  if (bytes === null) throw new HttpFailure(404, 'not found')
  return { kind: 'file', contentType: 'image/png', bytes }
}

async function trialCodePicture({ world, query }: Call): Promise<Reply> {
  const text = textOfSignedQuery(world, query)
  if (text === null) throw new HttpFailure(403, 'signature expired or wrong')
  return { kind: 'file', contentType: 'image/png', bytes: await codePicture(text) }
}
