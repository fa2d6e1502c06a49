#include "checks/marks.h"

#include "checks/narrative.h"

namespace gongkai::checks {

namespace {

constexpr text::Phrase phrase(std::u32string_view text, Mark mark) { return {text, int(mark)}; }

constexpr text::Phrase all[] = {
    phrase(U"公开为原则", Mark::OldPrinciple),
    phrase(U"公开是原则", Mark::OldPrinciple),
    phrase(U"公开为常态", Mark::Principle),
    phrase(U"信息处理费", Mark::Fee),
    phrase(U"公开处理费", Mark::Fee),
    phrase(U"收费", Mark::FeeOtherwise),
    phrase(U"费用", Mark::FeeOtherwise),
    phrase(U"收取", Mark::FeeOtherwise),
    phrase(U"处理费", Mark::FeeOtherwise),
    phrase(U"其中", Mark::Including),
    phrase(U"占", Mark::Share),
    phrase(U"均获维持", Mark::AllUpheld),
    phrase(U"均维持", Mark::AllUpheld),
    phrase(U"均被维持", Mark::AllUpheld),
    phrase(U"均予维持", Mark::AllUpheld),
    phrase(U"均予以维持", Mark::AllUpheld),
    phrase(U"均得到维持", Mark::AllUpheld),
    phrase(U"均获得维持", Mark::AllUpheld),
    phrase(U"均为维持", Mark::AllUpheld),
    phrase(U"均为结果维持", Mark::AllUpheld),
    phrase(U"结果均维持", Mark::AllUpheld),
    phrase(U"全部维持", Mark::AllUpheld),
    phrase(U"全部获维持", Mark::AllUpheld),
    phrase(U"未收到", Mark::NoneReceived),
    phrase(U"没有收到", Mark::NoneReceived),
    phrase(U"未接到", Mark::NoneReceived),
    phrase(U"没有接到", Mark::NoneReceived),
    phrase(U"没有接收到", Mark::NoneReceived),
    phrase(U"未接收到", Mark::NoneReceived),
    phrase(U"未出现", Mark::NoneReceived),
    phrase(U"未发生", Mark::NoneReceived),
    phrase(U"没有发生", Mark::NoneReceived),
    phrase(U"没有受理", Mark::NoneReceived),
    phrase(U"统计期限", Mark::Period),
    phrase(U"统计时限", Mark::Period),
    phrase(U"统计期间", Mark::Period),
    phrase(U"统计时间", Mark::Period),
    phrase(U"从略", Mark::LeftOut),
    phrase(U"我镇", Mark::OwnTown),
    phrase(U"我乡", Mark::OwnTownship),
    phrase(U"我街道", Mark::OwnStreet),
    phrase(U"我局", Mark::OwnBureau),
    phrase(U"我委", Mark::OwnCommission),
    phrase(U"我校", Mark::OwnSchool),
    // Words by which a sector's own body speaks of its field.
    phrase(U"建设系统", Mark::SectorBody),
    phrase(U"住建系统", Mark::SectorBody),
    phrase(U"教育系统", Mark::SectorBody),
    phrase(U"卫健系统", Mark::SectorBody),
    phrase(U"卫生健康系统", Mark::SectorBody),
    phrase(U"卫生系统", Mark::SectorBody),
    phrase(U"税务系统", Mark::SectorBody),
    phrase(U"公安系统", Mark::SectorBody),
    phrase(U"财政系统", Mark::SectorBody),
    phrase(U"民政系统", Mark::SectorBody),
    phrase(U"交通系统", Mark::SectorBody),
    phrase(U"交通运输系统", Mark::SectorBody),
    phrase(U"水利系统", Mark::SectorBody),
    phrase(U"农业系统", Mark::SectorBody),
    phrase(U"农业农村系统", Mark::SectorBody),
    phrase(U"林业系统", Mark::SectorBody),
    phrase(U"统计系统", Mark::SectorBody),
    phrase(U"审计系统", Mark::SectorBody),
    phrase(U"气象系统", Mark::SectorBody),
    phrase(U"市场监管系统", Mark::SectorBody),
    phrase(U"人社系统", Mark::SectorBody),
    phrase(U"自然资源系统", Mark::SectorBody),
    phrase(U"生态环境系统", Mark::SectorBody),
    phrase(U"城管系统", Mark::SectorBody),
    phrase(U"文旅系统", Mark::SectorBody),
    phrase(U"司法行政系统", Mark::SectorBody),
    phrase(U"应急管理系统", Mark::SectorBody),
    phrase(U"烟草系统", Mark::SectorBody),
};

}  // namespace

std::span<const text::Phrase> marks() { return all; }

}  // namespace gongkai::checks
