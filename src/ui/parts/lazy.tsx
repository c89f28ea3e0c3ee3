import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { frameText as text } from '../text/frame.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/**
 * A component whose code is loaded when it is first shown. Where it cannot be (no network before all was kept, or another
 * version took its place), that is told in its place.
 */
export const lazy = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  let loaded: ComponentType<Props> | undefined;
  return (props: Props) => {
    const [Component, setComponent] = useState(() => loaded);
    const [missing, setMissing] = useState(false);
    useEffect(() => {
      if (Component) return;
      void load().then(
        (component) => {
          loaded = component;
          setComponent(() => component);
        },
        () => setMissing(true),
      );
    }, []);
    if (missing) return <Missing />;
    return Component ? <Component {...props} /> : null;
  };
};

const Missing = () => (
  <Notice tone="danger">
    {text.partMissing} <Button onClick={() => location.reload()}>{text.reload}</Button>
  </Notice>
);
