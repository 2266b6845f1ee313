import type { CategoryFacts } from '@shared/domain/category'
import type { DomainFacts, DomainSet } from '@shared/domain/domains'
import type { MerchantInformation } from '@shared/domain/profile'
import type { StandingFacts } from '@shared/domain/standing'
import type { DeskError } from '@shared/errors'

export const refusal: DeskError = {
  code: 'platform_refused',
  message: '没有读到',
  reason: '权限不足',
  nextStep: '请让商家重新授权',
  retryable: false,
  platformCode: '28001018',
  logId: 'log-1'
}

const catering = { id: '1,2,3', name: '餐饮-正餐-湘菜' }

export const information: MerchantInformation = {
  name: '湘里人家',
  introduction: '为本地用户提供到店预约',
  iconUrl: 'https://example.com/i.png',
  appState: 'published',
  nameAudit: { value: '湘里人家湘菜', state: 'expired', reason: '太久没有提审', advice: '请改名', remaining: 2 },
  introductionAudit: { value: '新的介绍', state: null, reason: '', advice: '', remaining: null },
  iconAudit: null,
  categories: [{ ...catering, state: 'rejected', reason: '缺少许可证' }],
  subjectName: '长沙湘里餐饮管理有限公司',
  subjectType: 'company',
  subjectState: 'approved'
}

export const categories: CategoryFacts = {
  configured: [
    {
      ...catering,
      state: 'approved',
      reason: '',
      qualifications: [{ id: '4', name: '食品经营许可证', paths: ['developer/1', 'developer/2'] }]
    }
  ],
  limit: 5,
  monthlyLimit: 3,
  remaining: null,
  online: [catering],
  publishing: { state: 'in_review', categories: [catering], lacking: ['资质'], redundant: [], reason: '' },
  main: { current: catering, preset: null, rejected: null, remaining: 1 }
}

export const domains: DomainFacts = {
  server: { request: ['https://a.example.com'], socket: [], upload: [], download: [] },
  webview: null,
  webviewAvailable: false
}

export const standing: StandingFacts = {
  credit: { score: null },
  trial: {
    inTrial: true,
    score: 40,
    passScore: 60,
    tasks: [{ name: '登录', target: 10, progress: 3 }],
    limits: { capabilities: true, payment: false, traffic: true }
  },
  rating: { state: 'rated', rating: 'A' },
  filing: null,
  troubles: [{ part: 'filing', error: refusal }]
}

export const domainSet: DomainSet = {
  request: ['https://a.example.com'],
  socket: ['wss://a.example.com'],
  upload: [],
  download: [],
  webview: ['https://m.example.com']
}
