import { ElMessageBox } from 'element-plus'
import 'element-plus/theme-chalk/el-message-box.css'
import 'element-plus/theme-chalk/el-overlay.css'

/** With more merchants than these their number is typed. */
const typedAbove = 20

const buttons = { cancelButtonText: '取消', autofocus: false } as const

/** Asks before many merchants are changed: `title` says what, `text` how; answers whether to go on. */
export async function confirmedStart(title: string, text: string, merchants: number): Promise<boolean> {
  try {
    await (merchants > typedAbove ? typed(title, text, merchants) : confirm(title, text))
    return true
  } catch {
    return false
  }
}

function confirm(title: string, text: string): Promise<unknown> {
  return ElMessageBox.confirm(text, title, { ...buttons, confirmButtonText: '开始' })
}

function typed(title: string, text: string, merchants: number): Promise<unknown> {
  return ElMessageBox.prompt(`${text}请输入商家数 ${merchants} 来确认。`, title, {
    ...buttons,
    confirmButtonText: '开始',
    inputPlaceholder: String(merchants),
    inputValidator: (value) => value.trim() === String(merchants) || `请输入 ${merchants}`
  })
}
