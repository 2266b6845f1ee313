/** The program itself: its new versions, and what it is made of. */
export default {
  updates: {
    label: '更新',
    check: '检查更新',
    checking: '正在检查…',
    install: '立即安装并重新打开',
    idle: '还没有检查过，打开程序一分钟后自动检查。',
    current: '已是最新版本，{time}检查。',
    downloading: '正在下载 {version}，{percent}%',
    ready: '{version} 已下载，退出时安装；有批量发布在进行时不安装。',
    off: {
      checkout: '在浏览器里运行：更新随代码仓库而来，取得新代码后重新启动即可。',
      development: '开发中的程序不检查更新。',
      no_server: '这份程序没有配置更新服务器，请向提供程序的人索取新版本。'
    }
  },
  licences: {
    label: '第三方软件',
    open: '查看许可证',
    title: '第三方软件许可证',
    loading: '正在读取…',
    missing: '这份程序没有带许可证清单：清单在构建时生成。',
    count: '共 {n} 个',
    search: '按名称查找',
    none: '没有这个名称',
    noText: '软件包没有附许可证全文。'
  }
} as const
