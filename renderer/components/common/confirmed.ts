import { ElMessageBox } from 'element-plus'
import 'element-plus/theme-chalk/el-message-box.css'
import 'element-plus/theme-chalk/el-overlay.css'

/** A question before something is done that can not be taken back; answers whether to go on. */
export async function confirmed(title: string, text: string, button: string): Promise<boolean> {
  try {
    await ElMessageBox.confirm(text, title, {
      confirmButtonText: button,
      cancelButtonText: '取消',
      confirmButtonClass: 'el-button--danger',
      autofocus: false
    })
    return true
  } catch {
    return false
  }
}

/** Asks before typed domains are lost. */
export const mayLoseInput = (): Promise<boolean> =>
  confirmed('放弃修改？', '修改的域名还没有提交，离开后会丢失。', '放弃修改')
