/**
 * Host codes (宿主端) and their Chinese names (page "获取可选审核宿主端列表"). The list is open: an unknown code is shown
 * as it is. Requests use codes, results use names; both are accepted here.
 */
const names: ReadonlyMap<string, string> = new Map([
  ['douyin', '抖音'],
  ['douyin_lite', '抖音极速版'],
  ['toutiao', '今日头条'],
  ['tt_lite', '今日头条极速版'],
  ['xigua', '西瓜视频'],
  ['huoshan', '抖音火山版']
])

/** The codes of the documented hosts, to choose from where no merchant's own list is at hand. */
export const documentedHosts: readonly string[] = [...names.keys()]

/** From a host's name to its code, with the other spellings that the platform uses in its answers. */
const codes: ReadonlyMap<string, string> = new Map([
  ...[...names].map(([code, name]) => [name, code] as const),
  ['今日头条lite', 'tt_lite'],
  ['抖音lite', 'douyin_lite']
])

/** The name to show for a host, whether it came as a code or as a name. */
export function hostName(host: string): string {
  return names.get(hostCode(host)) ?? host
}

/** The code of a host that came as a code or as a name; what is unknown is returned unchanged. */
export function hostCode(host: string): string {
  return codes.get(host) ?? host
}
