"""Names of mailboxes in words: "pressoffice" is "press office"."""

_NAMED = """
account accounts admin admissions ads advertising affairs agency all answers apply archive archives article articles
assistance audience author authors billing board book booking bookings books bureau business career careers care chat
city client clients club comment comments community company complaints contact contacts copyright corporate
corrections council culture customer customers data delivery desk digital director donations editor editorial
editors education email enquiries enterprise event events family feedback finance foreign general global group guest
hello help helpdesk home hotel hotline human info inquiries international investor investors jobs join legal letter
letters library licensing loan local mail manager marketing media member members membership museum national news
newsdesk newsletter newsroom office online opinion order orders paper partner partners permissions photo photos
picture pictures podcast policy post press privacy product products program programme programs project projects
public publicity query questions reader readers reception recruitment registration relations rentals report
reporter research reservations resources returns reviews room sales schools science secretary security service
services shop site social solutions sport sports staff store stories story student students studio submissions
subscribe subscriber subscribers subscription subscriptions support syndication talent team tech technical tickets
tips tours trade training travel trust video visitor visitors volunteer volunteers web weddings welcome work world
write your
"""
_WORDS = frozenset(_NAMED.split())
"""Words of which names are made that belong to an office and not to a person."""
_SHORTEST, _LONGEST = min(map(len, _WORDS)), max(map(len, _WORDS))
_LONGEST_NAME = 40


def mailbox(name: str) -> str:
    """``name``, parted where it is made of nothing but such words; of several ways the one in the fewest words."""
    if not name.isalpha() or not name.islower() or name in _WORDS or len(name) > _LONGEST_NAME:
        return name
    ways: dict[int, list[str]] = {0: []}  # the words of which so many letters are made
    for end in range(_SHORTEST, len(name) + 1):
        begins = range(max(0, end - _LONGEST), end - _SHORTEST + 1)
        found = [[*ways[begin], name[begin:end]] for begin in begins if begin in ways and name[begin:end] in _WORDS]
        if found:
            ways[end] = min(found, key=len)
    return " ".join(ways.get(len(name), [name]))
