import { type MerchantDomains, noDomains } from '../world/domain-state'
import { draw } from '../world/random'
import type { SampleMerchant } from './sample-schema'

/**
 * The domains of a sample merchant: most have the agency's usual ones, some lack one, some have one besides, and who has
 * no version yet has none. A person has no webview domains.
 */
export function sampleDomains({ appId, subject, tests, current }: SampleMerchant): MerchantDomains {
  if (tests.length === 0 && current === null) return noDomains()
  const { server, webview } = usualDomains()
  const drawn = draw(0, 'domains', appId)
  if (drawn < 0.08) server.upload = []
  else if (drawn < 0.14) server.request.pop()
  else if (drawn < 0.22) server.request.push('api-test.zhanggui.example.com')
  else if (drawn < 0.26) server.download.push('img.zhanggui.example.com')
  return { server, webview: subject.type === 'person' ? [] : webview }
}

function usualDomains(): MerchantDomains {
  return {
    server: {
      request: ['api.zhanggui.example.com', 'pay.example.org'],
      socket: ['ws.zhanggui.example.com'],
      upload: ['upload.zhanggui.example.com'],
      download: ['static.zhanggui.example.net']
    },
    webview: ['h5.zhanggui.example.com']
  }
}
