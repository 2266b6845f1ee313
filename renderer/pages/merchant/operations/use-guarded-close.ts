import { ElMessageBox } from 'element-plus'
import 'element-plus/theme-chalk/el-message-box.css'
import { ref } from 'vue'

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
      await ElMessageBox.confirm('填写的内容还没有提交，关闭后会丢失。', '放弃填写？', {
        confirmButtonText: '放弃',
        cancelButtonText: '继续填写',
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
