/** Files that the page makes itself. */

export function download(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000)
}

/** Rows as comma-separated values that spreadsheets read as text: nothing in them is taken for a formula (OWASP). */
export function csv(rows: readonly (readonly (string | number | null | undefined)[])[]): Blob {
  const cell = (value: string | number | null | undefined) => {
    const text = String(value ?? '')
    const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return `"${plain.replaceAll('"', '""')}"`
  }
  return new Blob(['\ufeff', ...rows.map((row) => `${row.map(cell).join(',')}\r\n`)], { type: 'text/csv;charset=utf-8' })
}
