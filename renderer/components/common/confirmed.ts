import { ElMessageBox } from 'element-plus'
import 'element-plus/theme-chalk/el-message-box.css'
import 'element-plus/theme-chalk/el-overlay.css'
import { t } from '@/i18n'

/** A question before something is done that can not be taken back; answers whether to go on. */
export async function confirmed(title: string, text: string, button: string): Promise<boolean> {
  try {
    await ElMessageBox.confirm(text, title, {
      confirmButtonText: button,
      cancelButtonText: t('common.cancel'),
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
  confirmed(t('common.loseInput.title'), t('common.loseInput.text'), t('common.loseInput.discard'))
