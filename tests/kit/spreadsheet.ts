import { deflateRawSync } from 'node:zlib';

export type Part = { name: string; content: string | Buffer; encrypted?: boolean; stored?: boolean };

/** A ZIP file of these parts, by hand, so that a test can also make one that no program would write. */
export const zipOf = (parts: readonly Part[]): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, encrypted = false, stored = false } of parts) {
    const bytes = Buffer.from(content);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(encrypted ? 1 : 0, 2);
    shared.writeUInt16LE(stored ? 0 : 8, 4);
    shared.writeUInt32LE(packed.length, 14);
    // What it says of its size is a lie when it is a bomb; nobody may believe it.
    shared.writeUInt32LE(Math.min(bytes.length, 1000), 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed]);
    const behind = Buffer.alloc(14);
    behind.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), shared, behind, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end]);
};

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The parts of a workbook with this content of its only sheet. */
export const bookParts = (sheetData: string, more: readonly Part[] = []): Part[] => [
  {
    name: 'xl/workbook.xml',
    content: `<workbook ${main} xmlns:r="r"><sheets><sheet name="Geheim" sheetId="2" state="hidden" r:id="rId2"/><sheet name="Blad 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>`,
  },
  { name: 'xl/worksheets/sheet1.xml', content: `<worksheet ${main}><sheetData>${sheetData}</sheetData></worksheet>` },
  ...more,
];

/** A row of cells that are texts, or XML of cells of their own (beginning with `<`). */
export const rowXml = (line: number, ...cells: string[]): string =>
  `<row r="${line}">${cells.map((cell) => (cell.startsWith('<') ? cell : `<c t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`;
