import { Component, type ComponentType } from 'preact';

const sameMembers = <T extends object>(one: T, other: T): boolean => {
  const names = Object.keys(one) as (keyof T)[];
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
};

/** A component that is rendered again only when one of its props is another value or object. */
export const memo = <Props extends object>(View: ComponentType<Props>) =>
  class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return !sameMembers<object>(this.props, next);
    }
    override render() {
      return <View {...this.props} />;
    }
  };
