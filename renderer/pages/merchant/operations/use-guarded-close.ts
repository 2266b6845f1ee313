import { ElMessageBox } from 'element-plus'
import 'element-plus/theme-chalk/el-message-box.css'
import { ref } from 'vue'
import { t } from '@/i18n'

/**
 * Closing a dialog without losing anything by accident: not while its operation runs, and after a question when
 * something was changed. Give the result to `before-close` and to the cancel button.
 */
export function useGuardedClose(state: { running: () => boolean; changed: () => boolean; close: () => void }) {
  const asking = ref(false)

  async function requestClose(): Promise<void> {
    if (state.running() || asking.value) return
    if (state.changed() && !(await confirmed())) return
    state.close()
  }

  async function confirmed(): Promise<boolean> {
    asking.value = true
    try {
      await ElMessageBox.confirm(t('versions.dialog.loseText'), t('versions.dialog.loseTitle'), {
        confirmButtonText: t('versions.dialog.lose'),
        cancelButtonText: t('versions.dialog.keep'),
        type: 'warning',
        autofocus: false
      })
      return true
    } catch {
      return false
    } finally {
      asking.value = false
    }
  }

  return requestClose
}
