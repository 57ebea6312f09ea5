/** Positions by ForceAtlas2, computed in a worker: the page stays free, and nothing moves while one looks. */
export type Positions = Record<string, { x: number; y: number }>
export type Laying = { nodes: string[]; edges: [string, string][]; from: Positions; pinned: Positions }

export function lay(laying: Laying): { positions: Promise<Positions>; stop: () => void } {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module', name: 'layout' })
  const positions = new Promise<Positions>((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<Positions>) => {
      worker.terminate()
      resolve(event.data)
    }
    worker.onerror = (event) => reject(new Error(event.message))
  })
  worker.postMessage(laying)
  return { positions, stop: () => worker.terminate() }
}
