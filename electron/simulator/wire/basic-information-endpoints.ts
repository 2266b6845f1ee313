import QRCode from 'qrcode'
import { signedQuery, trialCode, trialCodeText } from '../world/trial-codes'
import type { Generation } from '../world/state'
import { type Endpoint, type MerchantCall, merchantEndpoint } from './endpoint'
import { informationFields, informationFieldsV1 } from './information-fields'
import { codeBody, parseBody } from './parameters'
import { trialCodeAddress } from './picture-addresses'
import type { Reply } from './reply'

const permissionSet = 2

/** 基础信息管理: the basic information and the trial codes. */
export const basicInformationEndpoints: readonly Endpoint[] = [
  getInfo('v2', '/api/apps/v2/basic_info/get_info'),
  getInfo('v1', '/openapi/v1/microapp/app/info'),
  merchantEndpoint(
    {
      ...{ name: 'get_qr_code', generation: 'v2', method: 'POST', permissionSet },
      path: '/api/apps/v2/basic_info/get_qr_code'
    },
    (call) => ({ kind: 'data', data: { qr_code_url: codeAddress(call) } })
  ),
  merchantEndpoint(
    {
      ...{ name: 'get_qr_code', generation: 'v1', method: 'POST', permissionSet },
      path: '/openapi/v1/microapp/app/qrcode'
    },
    async (call) => ({ kind: 'file', contentType: 'image/png', bytes: await codePicture(codeText(call)) })
  )
]

function getInfo(generation: Generation, path: string): Endpoint {
  const handle = ({ world, merchant, baseUrl }: MerchantCall): Reply => {
    const fields = generation === 'v1' ? informationFieldsV1 : informationFields
    return { kind: 'data', data: fields(world, merchant, baseUrl) }
  }
  return merchantEndpoint({ name: 'get_info', generation, method: 'GET', path, permissionSet }, handle)
}

function codeText({ merchant, body }: MerchantCall): string {
  const { version, path } = parseBody(codeBody, body)
  return trialCodeText(trialCode(merchant, version, path))
}

function codeAddress({ world, merchant, body, baseUrl }: MerchantCall): string {
  const { version, path } = parseBody(codeBody, body)
  return trialCodeAddress(baseUrl, signedQuery(world, trialCode(merchant, version, path)))
}

/** A code as a PNG of 430 pixels. */
export function codePicture(text: string): Promise<Buffer> {
  return QRCode.toBuffer(text, { type: 'png', width: 430, margin: 2 })
}
