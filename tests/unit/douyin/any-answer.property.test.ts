import type { MiniCodeRequest } from '@shared/domain/mini-code'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryVault } from '../../../electron/douyin'
import type { PlatformClient } from '../../../electron/douyin/platform'
import { PlatformError } from '../../../electron/douyin/platform-error'
import { start, testClient } from './support/client'
import { operationPaths } from './support/operation-paths'
import { PlatformServer, socketServer, text, qrPath, releasePath, versionsPath } from './support/platform-server'

let server: PlatformServer
let client: PlatformClient

function vault() {
  const tokens = memoryVault()
  const later = start + 100 * 3_600_000
  tokens.save('tt01', {
    accessToken: 'isvact.0',
    accessExpiresAt: later,
    refreshToken: 'isvrft.0',
    refreshExpiresAt: later
  })
  return tokens
}

beforeAll(async () => {
  server = await new PlatformServer().listen()
  client = testClient(server.url, { tokens: vault() })
})

afterAll(async () => {
  client.close()
  await server.close()
})

/** Passes if the call worked or failed with a `PlatformError`; a write that worked must have been answered with code 0. */
async function classified(call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    expect(error).toBeInstanceOf(PlatformError)
  }
}

const envelope = fc.record(
  {
    err_no: fc.oneof(fc.constantFrom(0, '0', 28001003, 11300, 40022, -1), fc.jsonValue()),
    errno: fc.oneof(fc.constantFrom(0, '40037'), fc.jsonValue()),
    err_msg: fc.jsonValue(),
    message: fc.jsonValue(),
    log_id: fc.jsonValue(),
    data: fc.oneof(
      fc.jsonValue(),
      fc.record({ latest: fc.jsonValue(), audit: fc.jsonValue(), current: fc.jsonValue(), gray: fc.jsonValue() }),
      fc.record({ qr_code_url: fc.oneof(fc.webUrl(), fc.jsonValue()) })
    )
  },
  { requiredKeys: [] }
)

const body = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.string({ unit: 'binary', maxLength: 100 }).map((each) => Buffer.from(each)),
  fc.json().map((each) => Buffer.from(each)),
  envelope.map((each) => Buffer.from(JSON.stringify(each)))
)

const status = fc.oneof({ weight: 3, arbitrary: fc.constant(200) }, fc.integer({ min: 200, max: 599 }))

test('whatever bytes come as an answer, the call works or fails with a PlatformError', async () => {
  await fc.assert(
    fc.asyncProperty(
      body,
      status,
      fc.constantFrom('application/json', 'image/png', 'text/html', ''),
      async (...answer) => {
        const [bytes, code, contentType] = answer
        const reply = text(bytes, code, { 'content-type': contentType })
        server.on(versionsPath, reply).on(releasePath, reply).on(qrPath, reply)
        const merchant = client.merchant('tt01')
        await classified(merchant.versions())
        await classified(merchant.release())
      }
    ),
    { numRuns: 150 }
  )
}, 60_000)

const setupPaths = [
  '/api/apps/v2/basic_info/get_info/',
  ...['get_all_categories', 'get_audit_categories', 'get_online_categories', 'get_main_category'].map(
    (name) => `/api/apps/v1/category/${name}/`
  ),
  ...['modify_server_domain', 'modify_webview_domain'].map((name) => `/api/apps/v2/domain/${name}/`),
  '/api/apps/v2/credit_score/get_credit_score/',
  '/api/apps/v2/trial/get_trial_info/',
  '/api/apps/v1/icp_record/query_record_status/'
]

/** Fields that the readings of a merchant's set-up look for, with anything in them. */
const setupData = fc.record(
  {
    app_name: fc.constant('甲'),
    new_name_audit_info: fc.oneof(fc.jsonValue(), fc.record({ new_name_audit_state: fc.jsonValue() })),
    category_list: fc.oneof(
      fc.jsonValue(),
      fc.array(fc.record({ id: fc.nat(), level: fc.nat(4), fpid: fc.jsonValue() }))
    ),
    app_category_audit_info: fc.oneof(fc.jsonValue(), fc.array(fc.record({ category_cert: fc.jsonValue() }))),
    online_audit_info: fc.record({ audit_reason: fc.jsonValue(), audit_state: fc.jsonValue() }),
    main_category_reject_info: fc.jsonValue(),
    webview: fc.jsonValue(),
    credit_score: fc.jsonValue(),
    is_trial: fc.jsonValue(),
    trial_task_info: fc.jsonValue()
  },
  { requiredKeys: [] }
)

test('whatever is told of a merchant’s set-up, it is read or fails with a PlatformError', async () => {
  const setup = setupData.map((data) => Buffer.from(JSON.stringify({ err_no: 0, err_msg: '', log_id: 'x', data })))
  await fc.assert(
    fc.asyncProperty(fc.oneof(setup, body), async (bytes) => {
      for (const path of setupPaths) server.on(path, text(bytes))
      const merchant = client.merchant('tt01')
      await classified(merchant.basicInformation())
      await classified(merchant.categoryTree())
      await classified(merchant.categories())
      await classified(merchant.serverDomains())
      await classified(merchant.webviewDomains())
      await classified(merchant.creditScore())
      await classified(merchant.trialInformation())
      await classified(merchant.filingStatus())
    }),
    { numRuns: 100 }
  )
}, 60_000)

/** Fields that the readings of codes and capabilities look for, with anything in them. */
const entry = fc.record(
  {
    capacity_key: fc.oneof(fc.constantFrom('a', 'b', 'phone_number'), fc.jsonValue()),
    capacity_name: fc.oneof(fc.constant('甲'), fc.jsonValue()),
    status: fc.oneof(fc.nat(9), fc.jsonValue()),
    is_can_apply: fc.jsonValue(),
    apply_condition: fc.oneof(fc.jsonValue(), fc.array(fc.array(fc.record({ satisfied: fc.jsonValue() })))),
    apply_field_list: fc.oneof(fc.jsonValue(), fc.array(fc.record({ apply_field_key: fc.string() }))),
    permission_list: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()))
  },
  { requiredKeys: ['capacity_key'] }
)

const operationData = fc.record(
  {
    img: fc.oneof(fc.base64String(), fc.jsonValue()),
    app_capacity_info_list: fc.oneof(fc.array(entry), fc.jsonValue()),
    AppCapacityInfoList: fc.oneof(fc.array(entry), fc.jsonValue()),
    status: fc.oneof(fc.nat(9), fc.jsonValue()),
    reason: fc.oneof(fc.string(), fc.jsonValue())
  },
  { requiredKeys: [] }
)

const miniCode: MiniCodeRequest = {
  ...{ host: 'all', path: '', width: 430, withIcon: false, round: false },
  lineColour: { r: 0, g: 0, b: 0 },
  background: { r: 255, g: 255, b: 255 }
}

test('whatever is told of codes and capabilities, it is read or fails with a PlatformError', async () => {
  const { capabilities, capabilityReason, videoMount, miniCode: miniCodePath } = operationPaths
  const made = testClient(server.url, { tokens: vault(), random: () => 0, requestsPerSecond: 1e6 })
  const told = operationData.map((data) => Buffer.from(JSON.stringify({ err_no: 0, err_msg: '', log_id: 'x', data })))
  await fc.assert(
    fc.asyncProperty(told, async (bytes) => {
      for (const path of [capabilities, capabilityReason, videoMount, miniCodePath]) server.on(path, text(bytes))
      await classified(made.merchant('tt01').miniCode(miniCode))
      await classified(made.merchant('tt01').capabilities())
    }),
    { numRuns: 40 }
  )
  made.close()
}, 60_000)

test('whatever bytes come on the connection, the call fails with a PlatformError', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.boolean(), async (bytes, asHttp) => {
      const head = asHttp ? 'HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n' : ''
      const broken = await socketServer((socket) => socket.end(Buffer.concat([Buffer.from(head), Buffer.from(bytes)])))
      const made = testClient(broken.url, { tokens: vault() })
      await expect(made.merchant('tt01').release()).rejects.toBeInstanceOf(PlatformError)
      made.close()
      broken.close()
    }),
    { numRuns: 40 }
  )
}, 60_000)

const printed = (code: unknown): string => (typeof code === 'string' ? code : JSON.stringify(code ?? null))

test('a write counts as accepted only if the code is 0', async () => {
  await fc.assert(
    fc.asyncProperty(envelope, async (answer) => {
      const sent = JSON.stringify(answer)
      server.on(releasePath, text(sent))
      const worked = await client
        .merchant('tt01')
        .release()
        .then(() => true)
        .catch(() => false)
      const codes = [answer.err_no, answer.errno].filter((code) => /^\s*-?\d+\s*$/.test(printed(code)))
      const isZero = (code: unknown): boolean => Number(code) === 0
      if (worked) expect(codes.length > 0 && codes.every(isZero)).toBe(true)
    }),
    { numRuns: 150 }
  )
}, 60_000)
