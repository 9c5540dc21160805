"""The city that the program works for, and how names are made for it."""

import re
from dataclasses import dataclass
from functools import cached_property

# Peoples named in a self-governing place; they belong to the full name, not to the bare one.
_PEOPLES = (
    "壮族|回族|维吾尔|朝鲜族|土家族|苗族|藏族|羌族|彝族|哈尼族|白族|傣族|景颇族|傈僳族|布依族|侗族|"
    "蒙古族|蒙古|哈萨克|柯尔克孜"
)
_BARE = re.compile(f"(?:{_PEOPLES})*(?:自治区|自治州)$|(?:省|市|地区|盟|新区|区)$")
_KINDS = ("自治区", "自治州", "地区", "省", "市", "盟", "区")
_PARTY = {"自治区": "自治区党委", "地区": "地委"}
_SLOT = re.compile(r"\{(.+?)\}")


@dataclass(frozen=True)
class Place:
    """A city and the province it belongs to, by their full names: 示例省, 示例市.

    A name typed without its kind is taken for a 省 or a 市.
    """

    province: str
    city: str

    @property
    def province_kind(self) -> str:
        """省, 自治区, or 市 for a city directly under the state."""
        return _kind(self.province) or "省"

    @property
    def city_kind(self) -> str:
        """市, 州, 盟, 地区, or 区 in a city directly under the state."""
        return _kind(self.city).removeprefix("自治") or "市"

    def full(self, template: str) -> str:
        """The full name that a template stands for here: {市}公安局 -> 示例市公安局."""
        return _fill(template, self._full_words)

    def short(self, template: str) -> str:
        """The name as documents of this place shorten it: {市}公安局 -> 市公安局."""
        return _fill(template, self._short_words).removeprefix("中共")

    @property
    def _province(self) -> str:
        return self.province if _kind(self.province) else self.province + "省"

    @property
    def _city(self) -> str:
        return self.city if _kind(self.city) else self.city + "市"

    @cached_property
    def _full_words(self) -> dict[str, str]:
        return self._words(self._province, self._city)

    @cached_property
    def _short_words(self) -> dict[str, str]:
        return self._words("", "")

    def _words(self, province: str, city: str) -> dict[str, str]:
        return {
            "省": province or self.province_kind,
            "市": city or self.city_kind,
            "省委": _party(province, self.province_kind),
            "市委": _party(city, self.city_kind),
            "省全": self._province,
            "市全": self._city,
            "省名": bare(self.province),
            "市名": bare(self.city),
        }


def bare(name: str) -> str:
    """The name of a place without its kind: 示例省 -> 示例."""
    return _BARE.sub("", name) or name


def _kind(name: str) -> str:
    return next((kind for kind in _KINDS if name.endswith(kind)), "")


def _party(full: str, kind: str) -> str:
    """The party committee: with the place's full name in front, or by its kind alone."""
    words = _PARTY.get(kind, kind + "委")
    return full.removesuffix(kind) + words if full else words


def _fill(template: str, words: dict[str, str]) -> str:
    return _SLOT.sub(lambda slot: words.get(slot[1], slot[0]), template)
