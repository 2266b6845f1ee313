import { Connection, Document, Odometer, OfficeBuilding, Setting, TrendCharts } from '@element-plus/icons-vue'
import type { Account } from '@shared/domain/account'
import { railEntries } from '@/components/frame/navigation'
import { commandOf, type CommandParts, type PaletteEntry } from './palette-entry'

/** Other names that people have for the rail's pages. */
const railWords: Readonly<Record<string, readonly string[]>> = {
  '/today': ['今天', '首页', '待办', 'home'],
  '/merchants': ['商家列表', '小程序', 'merchants'],
  '/rollouts': ['批量发布', '批量设置', '发版', 'rollouts'],
  '/authorization': ['授权链接', '邀请', 'authorization'],
  '/keeper': ['令牌管家', 'token'],
  '/baselines': ['域名基线', '服务器域名', '业务域名', 'domain'],
  '/templates': ['模板库', '草稿', 'template'],
  '/codes': ['二维码', '体验码', '小程序码', 'qrcode'],
  '/capabilities': ['能力申请', '短视频挂载', 'capability'],
  '/events': ['推送', '通知', '消息', 'events'],
  '/accounts': ['第三方应用', '服务商', 'accounts'],
  '/settings': ['偏好', '选项', 'settings']
}

/** Pages that stand below those of the rail. */
const subPages = [
  { to: '/drift', title: '版本差距', icon: TrendCharts, words: ['版本落后', '谁没更新', 'drift'] },
  { to: '/templates?tab=ext', title: '模板的 ext.json', icon: Document, words: ['变量', '默认配置'] },
  { to: '/baselines?tab=application', title: '第三方应用自己的域名', icon: Connection, words: ['应用域名'] }
] as const

const settingsSections = [
  { title: '外观', words: ['颜色', '主题', '深色', '浅色', 'theme'] },
  { title: '通知', words: ['桌面通知', '免打扰'] },
  { title: '演练环境', words: ['重置演练环境', '模拟平台', '时间'] },
  { title: '关于', words: ['版本号', '版本信息', 'about'] }
] as const

/** All pages that can be gone to, those of the current account among them. */
export function pageEntries(account: Account | null): readonly PaletteEntry[] {
  const rail = railEntries.map(({ to, text, icon }) => page(to, { title: text, icon, words: railWords[to] ?? [] }))
  const below = subPages.map(({ to, ...parts }) => page(to, parts))
  const settings = settingsSections.map(({ title, words }) =>
    page('/settings', { title: `设置：${title}`, icon: Setting, words }, `/settings/${title}`)
  )
  return [...rail, ...below, ...(account ? accountPages(account) : []), ...settings]
}

function accountPages({ id, name }: Account): readonly PaletteEntry[] {
  const path = `/accounts/${encodeURIComponent(id)}`
  return [
    page(path, { title: '当前账号', note: name, icon: OfficeBuilding, words: ['票据', '密钥', 'ticket'] }),
    page(`${path}/diagnosis`, { title: '连接诊断', note: name, icon: Odometer, words: ['连不上', '检查配置'] })
  ]
}

/** Pages at one address differ in `name`. */
function page(to: string, parts: Omit<CommandParts, 'id' | 'deed'>, name = to): PaletteEntry {
  return commandOf('page', { ...parts, id: `page:${name}`, deed: { to } })
}
