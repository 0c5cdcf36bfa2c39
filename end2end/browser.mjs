/** How the tests start Debian's Chromium: as root, in a container, asking the network for nothing of its own. */
export const BROWSER = {
  executablePath: process.env.FIRSTHAND_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
