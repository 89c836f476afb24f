import { useState } from 'react';
import type { ReactNode } from 'react';
import FileUp from 'lucide-react/icons/file-up';
import { buttonLook } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import tree from './catalogue.module.css';

type FileDropProps = {
  /** What the file control takes, as `accept` writes it. */
  readonly accept: string;
  /** The words of the control. */
  readonly label: string;
  /** It is the next thing to do here. */
  readonly isFirst: boolean;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
};

/** A file by button or by dragging. */
export function FileDrop({ accept, label, isFirst, onFile, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  const take = (file: File | undefined): void => {
    if (file) onFile(file);
  };
  return (
    // Dragging is a short cut for the file control inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={classNames(tree.drop, over && tree.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <label className={classNames(buttonLook({ kind: isFirst ? 'primary' : 'secondary' }), tree.pick)}>
        <Icon of={FileUp} small />
        {label}
        <input
          type="file"
          accept={accept}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            // The same file, mended, can be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </label>
      {children}
    </div>
  );
}
