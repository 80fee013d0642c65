"""Pages: what is kept together, what is never cut, and that nothing is lost or doubled."""

from hypothesis import given
from hypothesis import strategies as st

from supportdesk.documents.flow import Block, paginate

ROOM, LATER = 400.0, 360.0


def block(height: float, gap: float = 0.0, *, keep: bool = False) -> Block:
    return Block(height, lambda _: None, gap, keep=keep)


blocks = st.lists(
    st.builds(
        lambda height, gap, keep: block(height, gap, keep=keep),
        st.floats(1, 300),
        st.floats(0, 30),
        st.booleans(),
    ),
    max_size=60,
)


@given(blocks)
def test_every_block_stands_once_whole_and_in_order(given_blocks: list[Block]) -> None:
    pages = paginate(given_blocks, ROOM, LATER)
    assert [placed.block for page in pages for placed in page] == given_blocks
    for number, page in enumerate(pages):
        ends = 0.0
        for placed in page:
            assert placed.top >= ends - 1e-6
            ends = placed.top + placed.block.height
        assert ends <= (ROOM if number == 0 else LATER) + 1e-6


@given(blocks)
def test_only_a_group_too_tall_for_a_page_is_parted(given_blocks: list[Block]) -> None:
    for page, after in zip(*[iter(paginate(given_blocks, ROOM, LATER))] * 2, strict=False):
        if page and after and page[-1].block.keep:
            group = _group(given_blocks, page[-1].block)
            assert sum(each.gap + each.height for each in group) - group[0].gap > LATER


def _group(given_blocks: list[Block], inside: Block) -> list[Block]:
    at = next(number for number, each in enumerate(given_blocks) if each is inside)
    first = last = at
    while first and given_blocks[first - 1].keep:
        first -= 1
    while last < len(given_blocks) - 1 and given_blocks[last].keep:
        last += 1
    return given_blocks[first : last + 1]


def test_a_heading_goes_to_the_next_page_with_its_row() -> None:
    pages = paginate([block(350), block(20, keep=True), block(60)], ROOM, LATER)
    assert [len(page) for page in pages] == [1, 2]


def test_the_gap_at_the_head_of_a_page_falls_away() -> None:
    pages = paginate([block(390), block(20, gap=15)], ROOM, LATER)
    assert pages[1][0].top == 0
