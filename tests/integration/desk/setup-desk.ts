import type { CallInput } from '@shared/contract'
import type { MerchantSnapshot } from '../../../electron/simulator/control/snapshot'
import { startGateway, type Answer, type Gateway, type Meddling } from './setup-gateway'
import { newBench, newSimulator, until, type Bench } from './support'

/** The application, and between it and the platform somebody who meddles. */
export type SetupDesk = Bench & {
  readonly gateway: Gateway
  readonly ref: (appId: string) => { readonly accountId: string; readonly appId: string }
  /** The merchants' set-ups as they were when the newest change came to the platform. */
  readonly whenPassing: () => readonly unknown[] | null
}

/** So many of the sample merchants, in the order of their file, are known; they are being read. */
export async function openSetupDesk(merchants: number, dataDir?: string): Promise<SetupDesk> {
  const simulator = await newSimulator(merchants)
  let last: readonly unknown[] | null = null
  const gateway = await startGateway(simulator, () => (last = setups({ simulator })))
  const place = dataDir === undefined ? {} : { dataDir }
  const bench = await newBench({ simulator: { ...simulator, url: gateway.url }, ready: false, ...place })
  const { accountId } = bench
  const known = async () => (await bench.value('merchants.page', { accountId, cursor: null, limit: 1 })).total
  await until(async () => (await known()) > 0)
  return { ...bench, gateway, ref: (appId) => ({ accountId, appId }), whenPassing: () => last }
}

/** What can be set of each merchant, on the platform, and the template library. */
export function setups({ simulator }: Pick<Bench, 'simulator'>): readonly unknown[] {
  const { merchants, templates } = simulator.control.state()
  return [...merchants.map(setupOf), templates]
}

function setupOf(merchant: MerchantSnapshot): unknown {
  const { name, introduction, icon, profileChanges, categories, onlineCategories, publication } = merchant
  const { mainCategory, categoryChanges, domains, capabilities } = merchant
  return {
    ...{ name, introduction, icon, profileChanges, categories, onlineCategories, publication },
    ...{ mainCategory, categoryChanges, domains, capabilities }
  }
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** A file that begins as a PNG does and holds nothing but this text. */
export const picture = (text: string, bytes = 20_000): Buffer =>
  Buffer.concat([signature, Buffer.alloc(bytes, `${text} `)])

/** Hands a file over as the page does, in pieces; answers with its id. */
export async function stage(
  { value }: Pick<Bench, 'value'>,
  bytes = picture('图'),
  more: Partial<CallInput<'files.begin'>> = {}
): Promise<string> {
  const announcement = { name: '图.png', contentType: 'image/png', bytes: bytes.length, ...more } as const
  const { fileId } = await value('files.begin', announcement)
  for (let offset = 0; offset < bytes.length; offset += pieceBytes) {
    const piece = bytes.subarray(offset, offset + pieceBytes).toString('base64')
    await value('files.append', { fileId, offset, piece })
  }
  return fileId
}

const pieceBytes = 256 * 1024

/** Puts these members in the place of what was sent. */
export const withMembers =
  (members: Readonly<Record<string, unknown>>): Meddling =>
  (sent) =>
    Buffer.from(JSON.stringify({ ...(JSON.parse(sent.toString()) as object), ...members }))

/** Somebody else sends the same, and is faster. */
export const rival: Meddling = async (sent, send) => {
  await send(sent)
  return undefined
}

/** The platform does something before the request comes. */
export const meanwhile =
  (happens: () => unknown): Meddling =>
  () => {
    happens()
    return undefined
  }

/** A code that the documentation has and the simulator never gives. */
export const answering =
  (code: number): Meddling =>
  (): Answer => ({ err_no: code, err_msg: '操作失败', log_id: `20261101${code}` })
