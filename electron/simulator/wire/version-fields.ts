import { canRollBack } from '../world/release'
import type {
  AuditVersion,
  Generation,
  GrayVersion,
  Merchant,
  OnlineVersion,
  TestVersion,
  Verdicts
} from '../world/state'
import { shownTestVersion } from '../world/versions'
import { iconAddress, reviewPictureAddress } from './picture-addresses'

/** Results name hosts in Chinese, requests use codes (page "获取可选审核宿主端列表"). */
const hostNames: Readonly<Record<string, string>> = {
  toutiao: '今日头条',
  tt_lite: '今日头条lite',
  douyin: '抖音',
  douyin_lite: '抖音lite',
  xigua: '西瓜视频',
  huoshan: '抖音火山版'
}
const nameOf = (host: string): string => hostNames[host] ?? host

const auditStatus = { in_review: 0, passed: 1, rejected: 2, withdrawn: 3 } as const

/** How one merchant's answer is written: some flags as 0/1 and some as booleans, some stages absent and some null. */
type Writing = { readonly merchant: Merchant; readonly generation: Generation; readonly baseUrl: string }

/** The `data` of 获取小程序版本列表信息, in the names of either generation. V1 has no grey stage. */
export function versionFields(merchant: Merchant, generation: Generation, baseUrl: string): object {
  const writing: Writing = { merchant, generation, baseUrl }
  const test = shownTestVersion(merchant)
  const { audit, gray, current } = merchant
  return withoutMissing(merchant, {
    latest: test === undefined ? null : testFields(writing, test),
    audit: audit && auditFields(writing, audit),
    current: current && currentFields(writing, current),
    ...(generation === 'v1' ? {} : { gray: gray && grayFields(writing, gray) })
  })
}

function withoutMissing(merchant: Merchant, stages: Readonly<Record<string, object | null>>): object {
  if (merchant.habits.missing === 'null') return stages
  return Object.fromEntries(Object.entries(stages).filter(([, stage]) => stage !== null))
}

function flag({ merchant }: Writing, value: boolean): number | boolean {
  return merchant.habits.flags === 'number' ? Number(value) : value
}

function commonFields(
  { merchant, baseUrl }: Writing,
  version: TestVersion | AuditVersion | OnlineVersion | GrayVersion
) {
  const { developer, icon } = merchant
  return {
    version: version.version,
    summary: version.summary,
    ctime: Math.floor(version.createdAt / 1000),
    categories: merchant.categories.map((category) => category.name),
    developer_id: developer?.id ?? null,
    developer_name: developer?.name ?? null,
    developer_avatar: developer === null || icon === '' ? null : iconAddress(baseUrl, icon),
    version_tag: version.channel
  }
}

function testFields(writing: Writing, test: TestVersion) {
  return { ...commonFields(writing, test), has_audit: flag(writing, test.submitted), screenshot: '' }
}

function grayFields(writing: Writing, gray: GrayVersion) {
  const shares = Object.entries(gray.shares).map(([host, share]) => [nameOf(host), share] as const)
  return { ...commonFields(writing, gray), host_gray_scale: Object.fromEntries(shares) }
}

function auditFields(writing: Writing, audit: AuditVersion) {
  const { generation } = writing
  return {
    ...commonFields(writing, audit),
    status: auditStatus[audit.status],
    has_publish: flag(writing, audit.published),
    is_illegal_version: audit.illegal,
    [generation === 'v1' ? 'approvedApps' : 'approved_apps']: hostsWhere(audit.verdicts, true),
    ...reasonFields(writing, audit.verdicts)
  }
}

function currentFields(writing: Writing, current: OnlineVersion) {
  const { generation, merchant } = writing
  const possible = canRollBack(merchant)
  return {
    ...commonFields(writing, current),
    has_down: flag(writing, current.takenDown),
    [generation === 'v1' ? 'approvedApps' : 'approved_apps']: hostsWhere(current.verdicts, true),
    [generation === 'v1' ? 'notApprovedApps' : 'not_approved_apps']: hostsWhere(current.verdicts, false),
    ...reasonFields(writing, current.verdicts),
    rollback: { can_rollback: possible, last_version: merchant.previous?.version ?? '' },
    uid: Number(merchant.developer?.id.slice(-9) ?? 0)
  }
}

function hostsWhere(verdicts: Verdicts, passed: boolean): readonly string[] {
  return Object.keys(verdicts)
    .filter((host) => verdicts[host]?.passed === passed)
    .map(nameOf)
}

/** `reason` has all hosts in one text, `host: a;b;host2: c`; `attachInfo` keeps this name in both generations. */
function reasonFields({ generation, baseUrl }: Writing, verdicts: Verdicts) {
  const refused = Object.entries(verdicts).filter(([, verdict]) => !verdict.passed)
  const pictures = refused.flatMap(([host, { picture }]) =>
    picture === null ? [] : [[nameOf(host), reviewPictureAddress(baseUrl, picture)] as const]
  )
  return {
    reason: refused.map(([host, { reasons }]) => `${nameOf(host)}: ${reasons.join(';')}`).join(';'),
    [generation === 'v1' ? 'reasonDetail' : 'reason_detail']: Object.fromEntries(
      refused.map(([host, { reasons }]) => [nameOf(host), reasons])
    ),
    attachInfo: Object.fromEntries(pictures)
  }
}
